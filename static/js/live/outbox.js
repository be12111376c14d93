// Commands that wait for their answer, in the order made (rules S3, S10, S11).
import { signal } from "../lib/html.js";
import { newId } from "../lib/ids.js";
import { bytes } from "../lib/text.js";
import { Air } from "./air.js";
import { Bucket } from "./bucket.js";
import { items } from "./items.js";

const CAP = 200; // commands
const MESSAGE_BYTES = 32 * 1024;
const LATE = 2000; // ms without an answer, then the screen says "not saved yet"
const CUTS = 2; // connections that a command may take down with it
const PATIENCE = 3000; // ms for what lies on the shelf; what is written now does not wait longer for it

// Commands that set one thing, and the fields that say which: the last one is all that counts.
const SETS = { CastVote: ["round", "item", "criterion"], GiveScore: ["scoring", "item", "scale"] };

// shelf: {load, save(entry), remove(op)}. transmit(entry) gives a promise of the answer, and fails
// when the connection is lost. refused(entry, error) is told of what will never be saved.
export class Outbox {
  entries = signal([]);
  bucket = new Bucket();
  #shelf;
  #transmit;
  #refused;
  #open = false;
  #loaded = null;
  #made = 0;
  #timer = 0;
  #air = new Air();

  constructor({ shelf, transmit, refused }) {
    this.#shelf = shelf;
    this.#transmit = transmit;
    this.#refused = refused;
  }

  load() {
    return (this.#loaded = this.#load());
  }

  // What comes later is sent when it comes.
  loadedOrLate() {
    return Promise.race([this.#loaded, new Promise((late) => setTimeout(late, PATIENCE))]);
  }

  async #load() {
    const kept = await this.#shelf.load();
    const sorted = kept.sort((a, b) => a.at - b.at || a.made - b.made);
    const known = new Set(this.entries.peek().map((entry) => entry.op));
    const old = sorted.filter((entry) => !known.has(entry.op));
    this.entries.value = [...old.map((entry) => ({ ...entry, tried: true, late: true })), ...this.entries.peek()];
    this.pump();
  }

  add(log, kind, fields) {
    const entry = { op: newId(), log, kind, fields, at: Date.now(), made: this.#made++, cuts: 0 };
    if (bytes(JSON.stringify(fields)) > MESSAGE_BYTES - 512) return this.#turnAway(entry, "too_large");
    if (this.entries.peek().length >= CAP) return this.#turnAway(entry, "outbox_full");
    this.#place(entry);
    this.#shelf.save(entry);
    setTimeout(() => this.#change(entry.op, { late: true }), LATE);
    this.pump();
    return entry.op;
  }

  open() {
    this.#open = true;
    this.pump();
  }

  close() {
    this.#open = false;
    this.entries.value = this.entries.peek().map((entry) => ({ ...entry, flying: false }));
  }

  // Sends what may go: in order, as the bucket allows, nothing past an unanswered command on its item.
  pump() {
    if (!this.#open) return;
    const taken = new Set();
    for (const entry of this.entries.peek()) {
      const touches = items(entry);
      if (!entry.flying) {
        if (this.#air.isClosed) return;
        if (touches.some((item) => taken.has(item))) return;
        const wait = this.bucket.take();
        if (wait) return this.#pumpIn(wait);
        this.#send(entry);
      }
      for (const item of touches) taken.add(item);
    }
  }

  #pumpIn(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.pump(), ms);
  }

  async #send({ op }) {
    this.#change(op, { flying: true, tried: true });
    this.#air.takes(op);
    const answer = await this.#transmit(this.#find(op)).catch(() => null);
    const guilty = this.#air.gives(op, Boolean(answer));
    if (answer) this.#answered(op, answer);
    else this.#cut(op, guilty);
    this.pump();
  }

  #answered(op, { ok, error }) {
    const entry = this.#find(op);
    if (!entry) return;
    if (!ok && (error.retry || error.code === "rate_limited")) {
      this.bucket.rest(1000 * (error.retry_after ?? 0.5));
      return this.#change(op, { flying: false });
    }
    this.#remove(op);
    if (!ok) this.#refused(entry, error);
  }

  // A command that breaks its connection every time, alone, must not keep the rest from being saved.
  #cut(op, guilty) {
    const entry = this.#find(op);
    if (!entry) return;
    const cuts = entry.cuts + (guilty ? 1 : 0);
    if (cuts < CUTS) return this.#change(op, { flying: false, cuts });
    this.#remove(op);
    this.#refused(entry, { code: "cut_twice" });
  }

  // A newer vote or mark on the same item takes the place of one that was never sent.
  #place(entry) {
    const entries = this.entries.peek();
    const older = entries.find((other) => replaces(entry, other));
    if (!older) {
      this.entries.value = [...entries, entry];
      return;
    }
    this.#shelf.remove(older.op);
    this.entries.value = entries.map((other) => (other === older ? entry : other));
  }

  #turnAway(entry, code) {
    this.#refused(entry, { code });
    return null;
  }

  #remove(op) {
    this.#shelf.remove(op);
    this.entries.value = this.entries.peek().filter((entry) => entry.op !== op);
  }

  #change(op, changes) {
    if (!this.#find(op)) return;
    this.entries.value = this.entries.peek().map((entry) => (entry.op === op ? { ...entry, ...changes } : entry));
  }

  #find(op) {
    return this.entries.peek().find((entry) => entry.op === op);
  }
}

function replaces(newer, older) {
  if (older.tried || newer.kind !== older.kind || !(newer.kind in SETS)) return false;
  return SETS[newer.kind].every((field) => newer.fields[field] === older.fields[field]);
}
