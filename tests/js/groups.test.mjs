// One outline feeds every drawing of a layout: what stands in which group, in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { outline as clusters } from "../../static/js/layouts/clusters.js";
import { outline as columns } from "../../static/js/layouts/columns.js";
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

const SETUP = { columns: [{ id: "works", title: "Works now" }, { id: "hurts", title: "Hurts now", hint: "Where?" }], trays: ["unknown"] };

test("columns stand in their order, also empty ones; mine that are hidden lie first, and last what is in none and what lies apart", () => {
  const here = step("write", { setup: SETUP });
  const scene = sceneOf(
    here, note("mine", { readers: "author", column: "works" }), note("b", { place: 2, column: "works" }),
    note("a", { place: 1, column: "gone" }), note("q", { place: 3, type: "unknown", column: "works" }),
    { kind: "authorship", id: "mine" },
  );

  assert.deepEqual(ids(columns(scene, here)), [["column works", ["mine", "b"]], ["column hurts", []], ["column", ["a"]], ["tray unknown", ["q"]]]);
});

test("what lies apart on a wall lies apart where a later step reads it, and not before all may see it", () => {
  const write = step("write", { setup: { trays: ["unknown", "solution"] } });
  const read = step("read", { source: "write" });
  const scene = sceneOf(
    write, read, note("q", { type: "unknown" }), note("i"),
    note("mine", { type: "solution", readers: "author" }), { kind: "authorship", id: "mine" },
  );

  assert.deepEqual(ids(wall(scene, read)), [["hidden", ["mine"]], ["shown", ["i"]], ["tray unknown", ["q"]]]);
});

test("a column that is renamed is drawn anew", () => {
  const scene = sceneOf(step("write", { setup: SETUP }));
  const [, before] = columns(scene, step("write"));
  const renamed = { ...SETUP, columns: [SETUP.columns[0], { ...SETUP.columns[1], title: "Rubs" }] };
  const after = columns(sceneOf(step("write", { setup: renamed })), step("write", { setup: SETUP }))[1];

  assert.deepEqual([before.title, after.title], ["Hurts now", "Rubs"]);
});

test("columns gather of earlier steps what they could be written as, and where nothing is written, all", () => {
  const write = step("write");
  const learn = step("learn", { source: "write", setup: SETUP, types: ["learning"] });
  const sort = step("sort", { source: "write", setup: SETUP, types: [] });
  const scene = sceneOf(write, learn, sort, note("l", { type: "learning", place: 1 }), note("i", { place: 2 }));
  const [left, all] = [learn, sort].map((each) => ids(columns(scene, each)).at(-1));

  assert.deepEqual([left, all], [["column", ["l"]], ["column", ["l", "i"]]]);
});
