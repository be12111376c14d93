// What the screen shows: the records, and over them what waits in the outbox, drawn as not yet saved.
import { batch, effect, signal } from "../lib/html.js";
import { DRAWINGS } from "./drawings.js";

const ADDS = /^(Add|Split|Copy|Save|Park|Cast|Give|Answer|SetPace|Raise|Choose|SetAside)/; // what makes a record that was not there

export class Scene {
  #store;
  #patches = new Map(); // "kind id" -> signal of {fields, late} or null
  #added = new Map(); // kind -> signal([id, ...]) of things that are not saved at all yet
  #laid = new WeakMap(); // note -> the same, where one's own group has put it
  #context;

  // context() gives {log, me, now}: what a drawing may ask for.
  constructor(store, entries, context) {
    this.#store = store;
    this.#context = context;
    effect(() => this.#draw(entries.value));
  }

  get(kind, id) {
    const record = kind === "note" ? this.#lying(this.#store.get(kind, id)) : this.#store.get(kind, id);
    const patch = this.#patch(kind, id).value;
    if (!patch) return record;
    if (!patch.fields || (!record && !patch.adds)) return undefined;
    return { kind, id, ...record, ...patch.fields, pending: patch.late ? "late" : "new" };
  }

  all(kind) {
    const saved = this.#store.ids(kind);
    const added = this.#list(kind).value.filter((id) => !this.#store.get(kind, id));
    return [...saved, ...added].map((id) => this.get(kind, id)).filter(Boolean);
  }

  // Without what waits: as the server has it.
  saved(kind) {
    return this.#store.all(kind);
  }

  // The only one of its kind: the workshop, the timer.
  one(kind) {
    return this.all(kind)[0];
  }

  // The room's notes lie where one's own group has put them: a record of its own tells that to the group alone.
  #lying(note) {
    const apart = note && this.#store.ids("apart").length > 0 && this.#store.get("apart", note.id);
    if (!apart) return note;
    if (this.#laid.get(note)?.cluster !== apart.cluster) this.#laid.set(note, { ...note, cluster: apart.cluster });
    return this.#laid.get(note);
  }

  #draw(entries) {
    const found = new Map();
    for (const entry of entries) {
      for (const [kind, id, fields] of this.#drawing(entry)) {
        const key = `${kind} ${id}`;
        const before = found.get(key);
        const merged = fields && { ...before?.fields, ...fields };
        const late = Boolean(before?.late || entry.late);
        found.set(key, { kind, id, fields: merged, late, adds: before?.adds || ADDS.test(entry.kind) });
      }
    }
    batch(() => this.#show(found));
  }

  #drawing({ kind, fields, at }) {
    const look = (of, id) => this.#store.peek(of, id);
    const { log, me, skew } = this.#context();
    return DRAWINGS[kind]?.(fields, { at: at + skew, log, me, look }) ?? [];
  }

  #show(found) {
    const added = new Map([...this.#added.keys()].map((kind) => [kind, []]));
    for (const [key, cell] of this.#patches) if (cell.peek() && !found.has(key)) cell.value = null;
    for (const { kind, id, fields, late, adds } of found.values()) {
      const cell = this.#patch(kind, id);
      const patch = { fields, late, adds };
      if (JSON.stringify(cell.peek()) !== JSON.stringify(patch)) cell.value = patch;
      if (adds && fields) added.set(kind, [...(added.get(kind) ?? []), id]);
    }
    for (const [kind, ids] of added) {
      const list = this.#list(kind);
      if (ids.join() !== list.peek().join()) list.value = ids;
    }
  }

  #patch(kind, id) {
    const key = `${kind} ${id}`;
    if (!this.#patches.has(key)) this.#patches.set(key, signal(null));
    return this.#patches.get(key);
  }

  #list(kind) {
    if (!this.#added.has(kind)) this.#added.set(kind, signal([]));
    return this.#added.get(kind);
  }
}
