// What stands in the spotlight, read from the records that this screen holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { litThing } from "../../static/js/lib/lit.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

function sceneWith(...put) {
  const store = new Store();
  store.apply({ put });
  return new Scene(store, signal([]), () => ({ log: "w", me: "p", skew: 0 }));
}

const lit = (of, item = "", number = 0) => ({ kind: "spotlight", id: "w", of, item, number });
const note = (id, cluster, place, readers = "all") => ({ kind: "note", id, cluster, place, readers });

test("a cluster comes with the notes that all may see, in the order of the wall", () => {
  const scene = sceneWith(lit("cluster", "c"), { kind: "cluster", id: "c", title: "Keys" },
    note("b", "c", 2), note("a", "c", 1), note("x", "c", 3, "held"), note("y", "", 4));

  const { title, notes } = litThing(scene);

  assert.deepEqual([title, notes.map(({ id }) => id)], ["Keys", ["a", "b"]]);
});

test("a vote that is looked back at comes with its result, an open one without", () => {
  const step = { kind: "step", id: "s", layout: "vote" };
  const round = (state) => ({ kind: "round", id: "r", step: "s", state });

  assert.equal(litThing(sceneWith(lit("step", "s"), step, round("closed"))).round.id, "r");
  assert.equal(litThing(sceneWith(lit("step", "s"), step, round("open"))).round, undefined);
});

test("a cycle is known by its number, whether it has a record or not", () => {
  const write = (cycle) => ({ kind: "step", id: `s${cycle}`, place: cycle, phase: "open", cycle, types: ["idea"], prompt: `Question ${cycle}?` });
  const held = [write(1), write(2), write(3), { kind: "cycle", id: "c3", number: 3, question: "Sharper?" }];
  const titles = [1, 2, 3].map((number) => litThing(sceneWith(lit("cycle", "", number), ...held)).title);

  assert.deepEqual(titles, ["Cycle 1: Question 1?", "Cycle 2: Question 2?", "Cycle 3: Sharper?"]);
  assert.equal(litThing(sceneWith(lit("cycle", "", 2), ...held)).id, "2");
});

test("what is gone from this screen is not drawn", () => {
  assert.equal(litThing(sceneWith(lit("note", "gone"))), null);
  assert.equal(litThing(sceneWith()), null);
});
