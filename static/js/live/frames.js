// What `changes` frames do to the records of one log (rules S2, S4 and S5).

// `take` answers what became of a frame: "applied", "dropped", "gathering", or "gap" (join again).
export class Frames {
  seq = 0;
  #store;
  #whole = false; // a snapshot has been taken in, so `seq` means something
  #parts = new Map();
  #partsOf = "";
  #own = new Set(); // "kind id" of records that came as this person's alone
  #unconfirmed = new Set(); // own records that the join under way has not repeated yet

  constructor(store) {
    this.#store = store;
  }

  // What `join` says of this log: nothing before the first snapshot.
  get after() {
    return this.#whole ? this.seq : undefined;
  }

  take(frame) {
    if (frame.mine) return this.#takeOwn(frame);
    if (frame.reset) return this.#gather(frame);
    if (frame.to <= this.seq) return "dropped";
    if (frame.from > this.seq) return "gap";
    this.#apply(frame);
    this.seq = frame.to;
    return "applied";
  }

  // A join repeats all of a person's own records: what it leaves out is gone.
  joining() {
    this.#parts.clear();
    this.#unconfirmed = new Set(this.#own);
  }

  joined() {
    const drop = [...this.#unconfirmed].map((key) => key.split(" "));
    for (const key of this.#unconfirmed) this.#own.delete(key);
    this.#unconfirmed.clear();
    this.#store.apply({ drop });
  }

  #takeOwn({ put = [], drop = [] }) {
    for (const { kind, id } of put) {
      this.#own.add(`${kind} ${id}`);
      this.#unconfirmed.delete(`${kind} ${id}`);
    }
    for (const [kind, id] of drop) this.#own.delete(`${kind} ${id}`);
    this.#store.apply({ put, drop });
    return "applied";
  }

  #apply({ put = [], drop = [] }) {
    for (const { kind, id } of put) this.#nowOpen(`${kind} ${id}`);
    this.#store.apply({ put, drop });
  }

  // A record that everyone may see is no longer this person's alone.
  #nowOpen(key) {
    this.#own.delete(key);
    this.#unconfirmed.delete(key);
  }

  #gather({ to, part = 1, parts = 1, put = [] }) {
    const which = `${to} ${parts}`;
    if (which !== this.#partsOf) this.#parts.clear();
    this.#partsOf = which;
    this.#parts.set(part, put);
    if (this.#parts.size < parts) return "gathering";
    this.#replace([...this.#parts.values()].flat());
    this.#parts.clear();
    this.#whole = true;
    this.seq = to;
    return "applied";
  }

  // Own records stay in sight until `joined` knows which of them were repeated.
  #replace(put) {
    const arrived = new Set(put.map(({ kind, id }) => `${kind} ${id}`));
    const stale = ([kind, id]) => !arrived.has(`${kind} ${id}`) && !this.#own.has(`${kind} ${id}`);
    for (const key of arrived) this.#nowOpen(key);
    this.#store.apply({ put, drop: this.#store.keys().filter(stale) });
  }
}
