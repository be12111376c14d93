// How fast this client may speak (rule S11): so many commands a second, and bursts.
const SLACK = 0.9; // the server's clock is not ours

export class Bucket {
  #rate = 9; // a second
  #burst = 27;
  #tokens = 27;
  #at = Date.now();
  #restUntil = 0;

  setLimits({ commands_per_second, command_burst }) {
    this.#rate = commands_per_second * SLACK;
    this.#burst = Math.floor(command_burst * SLACK);
    this.#tokens = Math.min(this.#tokens, this.#burst);
  }

  rest(ms) {
    this.#restUntil = Date.now() + ms;
  }

  // Takes one and answers 0, or answers the ms to wait.
  take() {
    const now = Date.now();
    if (now < this.#restUntil) return this.#restUntil - now;
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#rate) * 1000);
    this.#tokens -= 1;
    return 0;
  }
}
