// What waits in the outbox is drawn over the records as not yet saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

function start(put = []) {
  const store = new Store();
  store.apply({ put });
  const entries = signal([]);
  return { store, entries, scene: new Scene(store, entries, () => ({ log: "w", me: "p", skew: 0 })) };
}

const command = (kind, fields, late = false) => ({ op: "op", kind, fields, late, at: 0 });

test("a note that waits stands last, marked, and becomes the record's when it is there", () => {
  const { store, entries, scene } = start();
  entries.value = [command("AddNote", { id: "a", step: "s", type: "idea", text: "x" }, true)];
  assert.deepEqual(scene.all("note").map(({ id, text, pending }) => [id, text, pending]), [["a", "x", "late"]]);

  store.apply({ put: [{ kind: "note", id: "a", text: "x" }] });
  entries.value = [];

  assert.deepEqual(scene.all("note"), [{ kind: "note", id: "a", text: "x" }]);
});

test("a change of something that is gone draws nothing", () => {
  const { entries, scene } = start();
  entries.value = [command("ChangeNote", { note: "a", text: "y" })];

  assert.equal(scene.get("note", "a"), undefined);
});

test("two commands on one note are drawn one over the other", () => {
  const { entries, scene } = start([{ kind: "note", id: "a", text: "x", cluster: "" }]);
  entries.value = [
    command("AddCluster", { id: "c", step: "s", title: "", notes: ["a"] }),
    command("ChangeNote", { note: "a", text: "y" }),
  ];

  assert.deepEqual(scene.get("note", "a"), { kind: "note", id: "a", text: "y", cluster: "c", pending: "new" });
});

test("a note lies where one's own group has put it, and where it is being moved", () => {
  const { store, entries, scene } = start([{ kind: "note", id: "a", text: "x", cluster: "" }, { kind: "apart", id: "a", cluster: "ours", group: "g" }]);
  const before = scene.get("note", "a");
  assert.deepEqual([before.cluster, scene.get("note", "a") === before], ["ours", true]);

  entries.value = [command("MoveNote", { step: "s", note: "a", cluster: "next" })];
  assert.equal(scene.get("note", "a").cluster, "next");

  entries.value = [];
  store.apply({ drop: [["apart", "a"]] });
  assert.equal(scene.get("note", "a").cluster, "");
});

test("a removal hides, and its refusal brings back", () => {
  const { entries, scene } = start([{ kind: "note", id: "a", text: "x" }]);
  entries.value = [command("RemoveNote", { note: "a" })];
  assert.deepEqual(scene.all("note"), []);

  entries.value = [];
  assert.deepEqual(scene.all("note"), [{ kind: "note", id: "a", text: "x" }]);
});
