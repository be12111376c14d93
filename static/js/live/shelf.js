// Where the outbox lies when the page is away: one row a command, so that two tabs do not
// overwrite one another. A private window that forbids it keeps the page's own memory only.
import { signal } from "../lib/html.js";

const open = async () => {
  const { createStore, del, entries, set } = await import("../../vendor/idb-keyval.js");
  return { rows: createStore("rytme", "outbox"), del, entries, set };
};

export class Shelf {
  lasting = signal(true); // whether a reload would find it again
  #prefix;
  #db = null;

  constructor(workshop, keeper) {
    this.#prefix = `${workshop} ${keeper} `;
  }

  async load() {
    const all = await this.#try(({ rows, entries }) => entries(rows));
    return (all ?? []).filter(([key]) => key.startsWith(this.#prefix)).map(([, entry]) => entry);
  }

  save({ op, log, kind, fields, at, made, cuts }) {
    const row = { op, log, kind, fields, at, made, cuts };
    return this.#try(({ rows, set }) => set(this.#prefix + op, row, rows));
  }

  remove(op) {
    return this.#try(({ rows, del }) => del(this.#prefix + op, rows));
  }

  async #try(work) {
    this.#db ??= open();
    try {
      return await work(await this.#db);
    } catch {
      this.lasting.value = false;
      return undefined;
    }
  }
}
