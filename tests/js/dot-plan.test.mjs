// Dots that were laid out before a vote: given by one tap, and kept until the vote has them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { castPlan, isSaved, plannedDots } from "../../static/js/lib/dot-plan.js";
import { signal } from "../../static/js/lib/html.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const ROUND = { kind: "round", id: "r", step: "s", state: "open", criteria: [], candidates: [{ item: "a" }, { item: "b" }] };

function start() {
  const store = new Store();
  const entries = signal([]);
  store.apply({ put: [ROUND] });
  return {
    store, entries,
    scene: new Scene(store, entries, () => ({ log: "w", me: "p", skew: 0 })),
    drafts: { get: () => JSON.stringify({ a: 2, b: 1 }) },
    send: (kind, fields) => (entries.value = [...entries.peek(), { op: `${entries.peek().length}`, kind, at: 0, fields }]),
  };
}

test("a plan is given once, and comes back where the vote refused it", () => {
  const room = start();
  const planned = [{ item: "a", criterion: "", dots: 2 }, { item: "b", criterion: "", dots: 1 }];

  castPlan(room, ROUND);
  const given = room.entries.value.map(({ kind, fields }) => [kind, fields.item, fields.dots]);
  assert.deepEqual([given, plannedDots(room, ROUND), isSaved(room, ROUND)], [[["CastVote", "a", 2], ["CastVote", "b", 1]], [], false]);
  room.entries.value = [];

  assert.deepEqual(plannedDots(room, ROUND), planned);
});

test("it has been given once one of its dots is saved", () => {
  const room = start();

  room.store.apply({ put: [{ kind: "ballot", id: "x", round: "r", item: "a", criterion: "", dots: 2 }] });

  assert.equal(isSaved(room, ROUND), true);
});
