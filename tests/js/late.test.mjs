// How late it runs, and what could give the minutes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { minutesLate, proposals } from "../../static/js/lib/late.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const AGO = (minutes) => new Date(Date.now() - minutes * 60000).toISOString();
const step = (id, place, minutes) => ({ kind: "step", id, place, minutes, title: id });
const STEPS = [step("talk", 0, 5), step("wall", 1, 10), step("vote", 2, 8), step("read", 3, 6)];

// Ten minutes in, the room stands at the wall with its ten minutes left: 24 are to come.
function sceneWith(planned, cuts = []) {
  const store = new Store();
  const workshop = { kind: "workshop", id: "w", state: "running", step: "wall", started_at: AGO(10), planned_minutes: planned };
  const timer = { kind: "timer", id: "w", step: "wall", state: "stopped", left: 600 };
  store.apply({ put: [workshop, timer, { kind: "plan", id: "w", cuts }, ...STEPS] });
  return new Scene(store, signal([]), () => ({ log: "w", me: "p", skew: 0 }));
}

test("it is late by what the agenda's end lies past the planned one", () => {
  assert.deepEqual([30, 34, 60, 0].map((planned) => minutesLate(sceneWith(planned))), [4, 0, 0, 0]);
});

test("a step gives what is needed, goes whole where it can, and what is passed gives nothing", () => {
  const scene = sceneWith(30, [{ step: "read", minutes: 6 }, { step: "vote", minutes: 5 }, { step: "talk", minutes: 2 }]);

  const found = proposals(scene, 3).map(({ step: { id }, whole, minutes }) => [id, whole, minutes]);

  assert.deepEqual(found, [["read", true, 6], ["vote", false, 3]]);
});
