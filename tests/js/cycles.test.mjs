// Which cycles lie behind the room, so that the console can put them on the board whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beginsCycle, isCycleOver } from "../../static/js/lib/cycles.js";
import { signal } from "../../static/js/lib/html.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const MINI = [["question", "frame", 1], ["write", "open", 1], ["vote", "close", 1], ["again", "open", 2], ["choose", "close", 2], ["promise", "close", 1], ["closing", "frame", 1]];
const TWO = [["hello", "frame", 1], ["write", "open", 1], ["pause", "break", 1], ["vote", "close", 1], ["rest", "break", 1], ["ideas", "open", 2], ["matrix", "close", 2], ["retro", "frame", 2]];

// The room has gone through the agenda as far as this step; in the lobby where there is none.
function over(agenda, at, state = "running") {
  const here = agenda.findIndex(([id]) => id === at);
  const steps = agenda.map(([id, phase, cycle], place) => ({ kind: "step", id, phase, cycle, place, state: place < here ? "done" : place === here ? "open" : "planned" }));
  const store = new Store();
  store.apply({ put: [{ kind: "workshop", id: "w", state, step: at }, ...steps] });
  const scene = new Scene(store, signal([]), () => ({ log: "w", me: "p", skew: 0 }));
  return [1, 2].filter((cycle) => isCycleOver(scene, cycle));
}

test("a cycle begins anew where the agenda comes back to it, and around the work none does", () => {
  const begins = (agenda) => agenda.filter((_, n) => beginsCycle(agenda.map(([, phase, cycle]) => ({ phase, cycle })), n)).map(([id]) => id);

  assert.deepEqual(begins(MINI), ["write", "again", "promise"]);
  assert.deepEqual(begins(TWO), ["write", "ideas"]);
  assert.deepEqual(begins(MINI.filter(([, , cycle]) => cycle === 1)), []);
});

test("what the room has worked in lies behind it once it works elsewhere", () => {
  assert.deepEqual(over(TWO, "write"), []);
  assert.deepEqual(over(TWO, "ideas"), [1]);
  assert.deepEqual(over(MINI, "promise"), [2]);
});

test("at the end each of them can be looked back at, whichever the last step is counted to", () => {
  assert.deepEqual(over(MINI, "closing"), [1, 2]);
  assert.deepEqual(over(TWO, "retro"), [1, 2]);
});

test("a break is in its cycle while that goes on, and after it in none", () => {
  assert.deepEqual(over(TWO, "pause"), []);
  assert.deepEqual(over(TWO, "rest"), [1]);
});

test("nothing is looked back at before the work, nor after the close", () => {
  assert.deepEqual(over(TWO, "hello"), []);
  assert.deepEqual(over(TWO, "", "lobby"), []);
  assert.deepEqual(over(TWO, "retro", "closed"), []);
});
