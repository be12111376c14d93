// Rules S2, S4, S5 and S8 of docs/protocol.md, as the browser keeps them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Frames } from "../../static/js/live/frames.js";
import { Store } from "../../static/js/live/store.js";

const note = (id, text = "") => ({ kind: "note", id, text });

function start() {
  const store = new Store();
  return { store, frames: new Frames(store) };
}

test("S4: a frame that ends at or before our place is dropped", () => {
  const { store, frames } = start();
  frames.take({ from: 0, to: 3, reset: true, part: 1, parts: 1, put: [note("a")] });

  const became = frames.take({ from: 1, to: 3, put: [note("b")] });

  assert.equal(became, "dropped");
  assert.deepEqual(store.ids("note"), ["a"]);
});

test("S4: a frame that overlaps our place is applied and moves it", () => {
  const { store, frames } = start();
  frames.take({ from: 0, to: 3, reset: true, put: [] });

  assert.equal(frames.take({ from: 2, to: 5, put: [note("a")], drop: [] }), "applied");
  assert.equal(frames.seq, 5);
  assert.deepEqual(store.all("note"), [note("a")]);
});

test("S4: a frame after a gap changes nothing and asks for a join", () => {
  const { store, frames } = start();
  frames.take({ from: 0, to: 3, reset: true, put: [] });

  assert.equal(frames.take({ from: 4, to: 5, put: [note("a")] }), "gap");
  assert.equal(frames.seq, 3);
  assert.deepEqual(store.ids("note"), []);
});

test("S2: parts replace the records only when all are there, whatever our place", () => {
  const { store, frames } = start();
  frames.take({ from: 0, to: 9, reset: true, put: [note("old")] });

  assert.equal(frames.take({ from: 0, to: 4, reset: true, part: 1, parts: 2, put: [note("a")] }), "gathering");
  assert.deepEqual(store.ids("note"), ["old"]);
  assert.equal(frames.take({ from: 0, to: 4, reset: true, part: 2, parts: 2, put: [note("b")] }), "applied");
  assert.deepEqual(store.ids("note"), ["a", "b"]);
  assert.equal(frames.after, 4);
});

test("S2: nothing is asked after before the first snapshot", () => {
  assert.equal(start().frames.after, undefined);
});

test("S5: what is mine does not move our place", () => {
  const { store, frames } = start();
  frames.take({ mine: true, from: 4, to: 5, put: [note("own")] });

  assert.equal(frames.seq, 0);
  assert.deepEqual(store.ids("note"), ["own"]);
});

test("S2: own records stay over a snapshot and go when the join did not repeat them", () => {
  const { store, frames } = start();
  frames.take({ mine: true, put: [note("kept"), note("gone")] });

  frames.joining();
  frames.take({ from: 0, to: 7, reset: true, put: [note("open")] });
  assert.deepEqual(store.ids("note"), ["kept", "gone", "open"]);
  frames.take({ mine: true, put: [note("kept")] });
  frames.joined();

  assert.deepEqual(store.ids("note"), ["kept", "open"]);
});

test("S5: a revealed note is no longer mine alone, so a later join may leave it out of mine", () => {
  const { store, frames } = start();
  frames.take({ mine: true, put: [note("a", "hidden")] });
  frames.take({ from: 0, to: 1, put: [note("a", "shown")] });

  frames.joining();
  frames.joined();

  assert.deepEqual(store.all("note"), [note("a", "shown")]);
});

test("S8: records as lines, sorted by kind and id, keys sorted, no spaces, nothing escaped", () => {
  const { store } = start();
  store.apply({ put: [{ kind: "note", id: "b", text: "é \u2028" }, { kind: "cluster", id: "z", title: "" }, note("a")] });

  assert.equal(
    store.canonical(),
    '{"id":"z","kind":"cluster","title":""}\n{"id":"a","kind":"note","text":""}\n{"id":"b","kind":"note","text":"é \u2028"}\n',
  );
});
