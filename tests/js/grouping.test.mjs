// Grouping by many hands, as the browser draws it: what waits, what is found, whose story comes next.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outline } from "../../static/js/layouts/clusters.js";
import { isContested } from "../../static/js/lib/contested.js";
import { found } from "../../static/js/lib/finding.js";
import { signal } from "../../static/js/lib/html.js";
import { isSilent } from "../../static/js/lib/silence.js";
import { storyOf } from "../../static/js/lib/story.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const note = (id, text = id) => ({ kind: "note", id, text, cluster: "", copied: "", copies: [] });

function drawn(kind, fields, put) {
  const store = new Store();
  store.apply({ put });
  const entries = signal([{ op: "op", kind, fields, late: false, at: 0 }]);
  return new Scene(store, entries, () => ({ log: "w", me: "p", skew: 0 }));
}

test("several notes are drawn where they are being moved", () => {
  const scene = drawn("MoveNotes", { step: "s", notes: ["a", "b"], cluster: "c" }, [note("a"), note("b"), note("d")]);

  assert.deepEqual(scene.all("note").map(({ id, cluster }) => [id, cluster]), [["a", "c"], ["b", "c"], ["d", ""]]);
});

test("a part of a cluster is drawn as one of its own", () => {
  const put = [note("a"), note("b"), { kind: "cluster", id: "c", title: "Calls", place: 0 }];
  const scene = drawn("SplitCluster", { id: "n", step: "s", cluster: "c", notes: ["b"] }, put);

  assert.deepEqual(scene.all("cluster").map(({ id, title }) => [id, title]), [["c", "Calls"], ["n", ""]]);
  assert.equal(scene.get("note", "b").cluster, "n");
});

test("a note that another group has lies on this wall as its own group's copy alone", () => {
  const step = { kind: "step", id: "s", layout: "clusters", source: "", types: [], setup: {} };
  const put = [step, { ...note("a"), step: "s", readers: "all", place: 1 }, { ...note("b"), step: "s", readers: "all", place: 2 },
    { kind: "cluster", id: "c", step: "s", title: "Calls", place: 0 },
    { ...note("n", "a"), step: "s", readers: "all", place: 3, copied: "a", cluster: "c", apart: "g" }];
  const scene = drawn("ParkNote", { id: "p", text: "x" }, put);

  const lying = (group) => outline(scene, step, group).map(({ id, notes }) => [id, notes.map((it) => it.id)]);
  assert.deepEqual(lying("g"), [["c", ["n"]], ["", ["b"]]]);
});

test("a copy is drawn with the words of its note", () => {
  const scene = drawn("CopyNote", { id: "n", step: "s", note: "a", cluster: "c" }, [note("a", "Call me")]);

  const { text, cluster, copied } = scene.get("note", "n");
  assert.deepEqual([text, cluster, copied], ["Call me", "c", "a"]);
});

const wall = () => [
  { id: "c", title: "Calls", notes: [note("a", "Nobody calls"), note("b", "One number")] },
  { id: "e", title: "Empty", notes: [] },
  { id: "", notes: [note("d", "The key box, and who CALLS")] },
];

test("notes are found by their words, or by the name of their cluster", () => {
  assert.equal(found(wall(), " ").length, 3);
  assert.deepEqual(found(wall(), "key call").map(({ id, notes, of }) => [id, notes.length, of]), [["", 1, 1]]);
  assert.deepEqual(found(wall(), "calls").map(({ id, notes }) => [id, notes.length]), [["c", 2], ["", 1]]);
  assert.deepEqual(found(wall(), "number").map(({ id, notes, of }) => [id, notes.length, of]), [["c", 1, 2]]);
});

const scene = (lit) => ({ one: () => lit });
const clusters = (...told) => told.map((is, n) => ({ id: `c${n}`, told: is, notes: [note("a")] }));

test("the story goes from cluster to cluster, and counts those that were told", () => {
  const { all, n, now, next } = storyOf(scene({ of: "cluster", item: "c1" }), clusters(true, false, false));

  assert.deepEqual([all, n, now.id, next.id], [3, 2, "c1", "c2"]);
});

test("what was left out comes at the end, and then there is none", () => {
  assert.equal(storyOf(scene({ of: "cluster", item: "c2" }), clusters(false, true, true)).next.id, "c0");
  assert.equal(storyOf(scene({ of: "cluster", item: "c0" }), clusters(true, true, true)).next, undefined);
  assert.deepEqual(storyOf(scene(undefined), clusters(false, false)).next.id, "c0");
});

test("a step is silent until names may come, and most are not", () => {
  assert.deepEqual([{}, { setup: {} }, { setup: { silent: true } }, { setup: { silent: true }, naming: true }].map(isSilent), [false, false, true, false]);
});

test("past three moves from hand to hand a note is one to talk about", () => {
  assert.deepEqual([0, 3, 4].map((moves) => isContested({ moves })), [false, false, true]);
});
