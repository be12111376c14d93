// What is on its way to the server, and which command can be blamed for a cut.
const QUICK = 1500; // ms from sending to the cut, for the cut to be laid at the command's door

export class Air {
  #sent = new Map(); // op -> ms when it was sent
  #crowd = 0; // how many were on their way at once, at most, since there was none
  #careful = false; // after a cut: one at a time, so that the guilty one can be told

  get isClosed() {
    return this.#careful && this.#sent.size > 0;
  }

  takes(op) {
    this.#sent.set(op, Date.now());
    this.#crowd = Math.max(this.#crowd, this.#sent.size);
  }

  // Answers whether it was this command, alone and just sent, that the connection broke on.
  gives(op, answered) {
    const guilty = !answered && this.#crowd === 1 && Date.now() - this.#sent.get(op) < QUICK;
    this.#sent.delete(op);
    if (!this.#sent.size) this.#crowd = 0;
    this.#careful = !answered;
    return guilty;
  }
}
