// Text being typed survives a reload, for as long as it is not sent.
import { forget, forgetAll, recall, remember } from "../lib/keep.js";

export class Drafts {
  #prefix;

  constructor(workshop, keeper) {
    this.#prefix = `rytme ${workshop} ${keeper} `;
  }

  get(name) {
    return recall(this.#prefix + name) ?? "";
  }

  set(name, text) {
    if (text) remember(this.#prefix + name, text);
    else forget(this.#prefix + name);
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
