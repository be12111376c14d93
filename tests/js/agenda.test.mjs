// What a tap proposes to mend a plan.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf, placeIn, sharedOpen, shortened, sourceAt } from "../../static/js/lib/agenda.js";
import { signal } from "../../static/js/lib/html.js";
import { inOrder } from "../../static/js/lib/steps.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const step = (id, phase, minutes, more = {}) => ({ id, phase, minutes, place: 0, layout: "wall", state: "planned", ...more });

test("minutes are taken from what can be cut, in proportion and no further", () => {
  const steps = [step("a", "open", 20), step("b", "close", 10), step("c", "frame", 5)];
  const cuts = [{ step: "a", minutes: 16 }, { step: "b", minutes: 4 }];

  assert.deepEqual(shortened(steps, cuts, 10), [["a", 12], ["b", 8]]);
  assert.deepEqual(shortened(steps, cuts, 90), [["a", 4], ["b", 6]]);
  assert.deepEqual(shortened(steps, [{ step: "c", minutes: 5 }], 5), [["c", 1]]);
  assert.deepEqual(shortened(steps, [], 5), []);
});

test("the open phase gets its share of the working time", () => {
  const share = (steps, found) => {
    const of = (each) => found.find(([id]) => id === each.id)?.[1] ?? each.minutes;
    const sum = (some) => some.reduce((all, each) => all + of(each), 0);
    return sum(steps.filter(({ phase }) => phase === "open")) / sum(steps.filter(({ phase }) => phase !== "frame"));
  };
  const short = [step("f", "frame", 30), step("a", "open", 10), step("b", "open", 5), step("c", "integrate", 12), step("d", "close", 20)];
  const long = [step("a", "open", 40), step("b", "close", 20)];

  assert.ok(share(short, sharedOpen(short, [], 45)) >= 0.45);
  assert.ok(share(long, sharedOpen(long, [{ step: "a", minutes: 36 }, { step: "b", minutes: 17 }], 30)) <= 0.3);
});

test("the open phase gives no more than the server says that each step can give", () => {
  const steps = [step("write", "open", 20), step("read", "open", 6, { keep: true }), step("vote", "close", 14)];
  const cuts = [{ step: "write", minutes: 16 }, { step: "vote", minutes: 9 }];

  assert.deepEqual(sharedOpen(steps, cuts, 30), [["write", 4]]);
  assert.deepEqual(sharedOpen(steps, [], 30), []);
});

test("what has begun gets no more minutes", () => {
  const steps = [step("a", "open", 10, { state: "done" }), step("b", "open", 5), step("c", "close", 40)];

  assert.deepEqual(sharedOpen(steps, [], 45).map(([id]) => id), ["b"]);
});

test("grouping works on the notes before it, and writing on its own", () => {
  const steps = [step("a", "open", 5), step("t", "frame", 5, { place: 1, layout: "talk" }), step("z", "close", 5, { place: 2 })];

  assert.equal(sourceAt(steps, 2, { layout: "clusters" }), "a");
  assert.equal(sourceAt(steps, 0, { layout: "clusters" }), "");
  assert.equal(sourceAt(steps, 2, { layout: "wall", visibility: "private", can_build: true }), "");
  assert.equal(sourceAt(steps, 2, { layout: "wall", visibility: "live", can_build: true }), "a");
});

test("a copy has what the step asks and nothing of what has happened in it", () => {
  const copy = copyOf({ ...step("a", "open", 5), title: "Notes", revealed: true, locks: ["writing"], cycle: 2 });

  assert.deepEqual(copy, { layout: "wall", phase: "open", title: "Notes", minutes: 5 });
});

test("pressed again before the answer, a step goes on from where it is drawn", () => {
  const store = new Store();
  store.apply({ put: ["a", "b", "c", "d"].map((id, place) => ({ kind: "step", id, place })) });
  const waiting = signal([]);
  const scene = new Scene(store, waiting, () => ({ log: "w", me: "p", skew: 0 }));
  const press = (by) => {
    const place = placeIn(inOrder(scene), "b") + by;
    waiting.value = [...waiting.value, { op: `${waiting.value.length}`, kind: "MoveStep", fields: { step: "b", place } }];
  };

  for (const by of [1, 1, -1, -1, -1]) press(by);

  assert.deepEqual(waiting.value.map(({ fields }) => fields.place), [2, 3, 2, 1, 0]);
  assert.deepEqual(inOrder(scene).map(({ id }) => id), ["b", "a", "c", "d"]);
});
