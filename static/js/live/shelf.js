// Where the outbox lies when the page is away: one row a command, so that two tabs do not
// overwrite one another. A private window that forbids it keeps the page's own memory only.
import { createStore, del, entries, set } from "../../vendor/idb-keyval.js";
import { computed, signal } from "../lib/html.js";

const SLOW = 3000; // ms after which what is being written there does not count as kept
const PAUSES = [1000, 5000, 15000]; // ms before it is read again, where it could not be

export class Shelf {
  #failed = signal(false);
  #slow = signal(new Set()); // the ops that are being written for too long
  lasting = computed(() => !this.#failed.value && !this.#slow.value.size); // whether a reload would find it again
  #prefix;
  #rows = createStore("rytme", "outbox"); // opened when it is asked, and anew where that failed

  constructor(workshop, keeper) {
    this.#prefix = `${workshop} ${keeper} `;
  }

  async load() {
    for (const pause of PAUSES) {
      const all = await this.#try((rows) => entries(rows));
      if (all) return all.filter(([key]) => key.startsWith(this.#prefix)).map(([, entry]) => entry);
      await new Promise((later) => setTimeout(later, pause));
    }
    return [];
  }

  async save({ op, log, kind, fields, at, made, cuts }) {
    const row = { op, log, kind, fields, at, made, cuts };
    const timer = setTimeout(() => (this.#slow.value = new Set([...this.#slow.peek(), op])), SLOW);
    const isKept = await this.#try((rows) => set(this.#prefix + op, row, rows).then(() => true));
    clearTimeout(timer);
    this.#slow.value = new Set([...this.#slow.peek()].filter((other) => other !== op));
    if (!isKept) this.#failed.value = true;
  }

  remove(op) {
    return this.#try((rows) => del(this.#prefix + op, rows));
  }

  async #try(work) {
    try {
      return await work(this.#rows);
    } catch {
      return undefined;
    }
  }
}
