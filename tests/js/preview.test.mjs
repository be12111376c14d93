// What a facilitator sees as a participant: the step as the room's, and nothing that a phone would not have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { previewRoom } from "../../static/js/live/preview.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const step = { kind: "step", id: "s", place: 0, title: "Notes", prompt: "Why?", minutes: 5, state: "planned", script: ["Say"], half_time: "Half", setup: { roles: ["Nurse"] }, left_out: 1 };
const next = { ...step, id: "t", place: 1 };

function start(more = []) {
  const store = new Store();
  const workshop = { kind: "workshop", id: "w", state: "lobby", step: "" };
  store.apply({ put: [workshop, step, next, ...more] });
  const sent = [];
  const scene = new Scene(store, signal([]), () => ({ log: "w", me: "f", skew: 0 }));
  const room = { workshop: "w", as: "facilitator", scene, presence: signal({ here: 2, counts: { hidden: 3 } }), newId: () => "id", send: (...it) => sent.push(it) };
  return { sent, seen: previewRoom(room, "s") };
}

test("the step is the room's, as phones have it, and what comes later keeps its question", () => {
  const { seen } = start();

  assert.deepEqual([seen.scene.one("workshop").state, seen.scene.one("workshop").step], ["running", "s"]);
  assert.deepEqual(seen.scene.get("step", "s"), { ...step, state: "open", script: [], left_out: 0 });
  assert.deepEqual(seen.scene.get("step", "t"), { ...next, prompt: "", script: [], half_time: "", setup: {}, left_out: 0 });
  assert.deepEqual(seen.scene.one("timer").left, 300);
});

test("what only facilitators have is not there", () => {
  const { seen } = start([
    { kind: "note", id: "n", step: "s", text: "held", readers: "facilitator" },
    { kind: "note", id: "m", step: "s", text: "shown", readers: "all" },
    { kind: "plan", id: "w" },
    { kind: "participant", id: "p", name: "Ada" },
  ]);

  assert.deepEqual(seen.scene.all("note").map(({ id }) => id), ["m"]);
  assert.equal(seen.scene.get("note", "n"), undefined);
  assert.deepEqual([seen.scene.all("plan"), seen.scene.all("participant"), seen.scene.get("participant", "p")], [[], [], undefined]);
  assert.deepEqual(seen.presence.value, { here: 2 });
});

test("nothing is sent, and it says so", () => {
  const { sent, seen } = start();

  const op = seen.send("AddNote", { id: "n", step: "s", type: "idea", text: "x" });

  assert.deepEqual([op, sent, seen.scene.all("note")], ["", [], []]);
  assert.deepEqual(seen.refusals.value.map(({ error }) => error.message), ["This is a preview. Nothing is sent."]);
});
