// One outline feeds every drawing of a layout: what stands in which group, in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { outline as clusters } from "../../static/js/layouts/clusters.js";
import { outline as wall } from "../../static/js/layouts/wall.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const step = (id, more) => ({ kind: "step", id, place: 0, source: "", ...more });
const note = (id, more) => ({ kind: "note", id, step: "write", cluster: "", place: 0, readers: "all", type: "idea", ...more });

function sceneOf(...put) {
  const store = new Store();
  store.apply({ put });
  return new Scene(store, signal([]), () => ({ log: "w", me: "p", skew: 0 }));
}

const ids = (groups) => groups.map((group) => [group.id, group.notes.map(({ id }) => id)]);

test("the wall has my hidden notes, newest first, and then what all may read, in the order of the reveal", () => {
  const here = step("write");
  const scene = sceneOf(
    here, note("mine1", { readers: "author" }), note("mine2", { readers: "author" }),
    note("b", { place: 2 }), note("a", { place: 1 }), note("elsewhere", { step: "other" }),
    { kind: "authorship", id: "mine1" }, { kind: "authorship", id: "mine2" },
  );

  assert.deepEqual(ids(wall(scene, here)), [["hidden", ["mine2", "mine1"]], ["shown", ["a", "b"]]]);
});

test("clusters hold the notes of the step's sources; what is in none, or in one that is gone, stands alone last", () => {
  const here = step("group", { source: "write" });
  const scene = sceneOf(
    here, step("write"), { kind: "cluster", id: "c", step: "group", title: "Calls", place: 0 },
    note("in", { cluster: "c", place: 3 }), note("lost", { cluster: "gone", place: 2 }), note("lone", { place: 1 }),
    note("hidden", { readers: "facilitator" }),
  );

  assert.deepEqual(ids(clusters(scene, here)), [["c", ["in"]], ["", ["lone", "lost"]]]);
});
