// Two tabs of one person, and the texts that are offered back to them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../../static/js/live/drafts.js";
import { withOwnChanges } from "../../static/js/live/returned.js";

const refusal = (op, text = op) => ({ entry: { op, fields: { text } } });
const [a, b, c] = ["a", "b", "c"].map((op) => refusal(op));

test("a tab adds, changes and takes away what is its own, and leaves what another one has put there", () => {
  const changed = refusal("a", "better");

  assert.deepEqual(withOwnChanges([a, b], [a], [a, c]), [a, b, c]);
  assert.deepEqual(withOwnChanges([a, b], [a], [changed]), [changed, b]);
  assert.deepEqual(withOwnChanges([a, b], [a], []), [b]);
});

test("what another tab has answered does not come back", () => {
  assert.deepEqual(withOwnChanges([], [a], [a, c]), [c]);
});

test("the list is read as another tab has left it", () => {
  const device = new Map();
  globalThis.localStorage = { getItem: (key) => device.get(key) ?? null, setItem: (key, value) => device.set(key, value), removeItem: (key) => device.delete(key) };
  const drafts = new Drafts("w", "participant");
  drafts.setList("returned", [a]);

  device.set([...device.keys()][0], JSON.stringify([a, b]));

  assert.deepEqual(drafts.list("returned"), [a, b]);
});
