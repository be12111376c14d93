// Text being typed survives a reload, for as long as it is not sent.
import { signal } from "../lib/html.js";
import { forget, forgetAll, recall, remember, remembered } from "../lib/keep.js";

export class Drafts {
  #prefix;
  #begun = signal(0); // how many times a text was begun

  constructor(workshop, keeper) {
    this.#prefix = `rytme ${workshop} ${keeper} `;
  }

  get(name) {
    return recall(this.#prefix + name) ?? "";
  }

  set(name, text) {
    const begins = text && !this.get(name);
    if (text) remember(this.#prefix + name, text);
    else forget(this.#prefix + name);
    if (begins) this.#begun.value++;
  }

  // Whoever reads them while drawing is told when another text is begun.
  names() {
    this.#begun.value; // subscribes
    return remembered(this.#prefix).map((key) => key.slice(this.#prefix.length));
  }

  list(name) {
    try {
      return JSON.parse(this.get(name) || "[]");
    } catch {
      return [];
    }
  }

  setList(name, list) {
    this.set(name, list.length ? JSON.stringify(list) : "");
  }

  // Half-written thoughts must not outlive the workshop on a phone that someone else holds tomorrow.
  forgetAll() {
    forgetAll(this.#prefix);
  }
}
