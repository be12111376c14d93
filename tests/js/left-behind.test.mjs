// Which half-written texts have lost their place when the room goes on, and what each would have become.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { leftBehind, PLANNED } from "../../static/js/lib/left-behind.js";
import { textOf } from "../../static/js/lib/refusals.js";
import { Drafts } from "../../static/js/live/drafts.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const step = (id, more) => ({ kind: "step", id, place: 0, state: "open", layout: "talk", types: [], locks: [], setup: {}, ...more });
let rooms = 0;

function roomIn(now, { put = [], typed = {}, state = "running", as = "facilitator" } = {}) {
  const store = new Store();
  store.apply({ put: [{ kind: "workshop", id: "w", state, step: now }, ...put] });
  const drafts = new Drafts(`w${(rooms += 1)}`, as);
  for (const [name, text] of Object.entries(typed)) drafts.set(name, typeof text === "string" ? text : JSON.stringify(text));
  return { scene: new Scene(store, signal([]), () => ({ log: "w", me: "me", skew: 0 })), drafts, as, you: signal({ id: "me" }) };
}

const left = (room, moved) => leftBehind(room, moved).map(({ kind, fields, code }) => [kind, fields, code]);

const TYPED = {
  "note s": "A thought",
  "action s": { what: "Call", who: "Ane", due: "" },
  "sheet s": { values: { goal: "Nobody alone" }, reason: "", insights: [] },
  "row s": { what: "One number" },
  "decision s": { text: "One number", basis: "18 dots" },
  "proposal s": "We call",
};

test("what is typed in the room's own step stays in the hand", () => {
  const room = roomIn("s", { put: [step("s", { types: ["idea"] })], typed: { ...TYPED, poll: "Go on?", "decision any": { text: "Now" } } });

  assert.deepEqual(left(room), []);
  assert.deepEqual(left(room, true), []);
});

test("whatever was being typed when the room went on is offered whole", () => {
  const room = roomIn("t", { put: [step("s", { state: "done", types: ["idea"] }), step("t")], typed: TYPED });

  assert.deepEqual(left(room), [
    ["AddNote", { step: "s", text: "A thought", type: "" }, "left_behind"],
    ["AddAction", { step: "s", what: "Call", who: "Ane", due: "" }, "left_behind"],
    ["SaveSheet", { step: "s", values: { goal: "Nobody alone" }, reason: "", insights: [] }, "left_behind"],
    ["AddRow", { step: "s", cells: { what: "One number" } }, "left_behind"],
    ["AddDecision", { step: "s", text: "One number", basis: "18 dots" }, "left_behind"],
    ["OpenScoring", { step: "s", text: "We call" }, "left_behind"],
  ]);
});

test("a step that still takes notes keeps its note, and nothing else", () => {
  const room = roomIn("t", { put: [step("s", { types: ["idea"] }), step("t")], typed: { "note s": "A thought", "row s": { what: "One number" } } });

  assert.deepEqual(left(room).map(([kind]) => kind), ["AddRow"]);
});

test("a change is offered when the room goes on, with what was changed alone", () => {
  const action = { kind: "action", id: "a", step: "s", what: "Call", who: "Ane" };
  const row = { kind: "row", id: "r", step: "s", cells: { what: "One", how: "By phone" } };
  const typed = { "action a": { what: "Call at once", who: "Ane" }, "row r": { what: "One number", how: "By phone" } };
  const room = roomIn("t", { put: [step("s", { state: "done" }), step("t"), action, row], typed });

  assert.deepEqual(left(room).map(([kind]) => kind), ["ChangeRow"]);
  assert.deepEqual(left(room, true), [
    ["ChangeAction", { what: "Call at once", action: "a" }, "left_behind"],
    ["ChangeRow", { row: "r", step: "s", cells: { what: "One number" } }, "left_behind"],
  ]);
});

test("what was written of a thing that is gone is offered as a new one", () => {
  const typed = { "action a": { what: "Call" }, "row r": { what: "One" }, "decision d": { text: "One number" }, "side r": "It is quick" };
  const room = roomIn("s", { put: [step("s")], typed });

  assert.deepEqual(left(room), [
    ["AddAction", { what: "Call", step: "" }, "gone_meanwhile"],
    ["AddRow", { step: "", cells: { what: "One" } }, "gone_meanwhile"],
    ["AddDecision", { text: "One number", step: "" }, "gone_meanwhile"],
    ["AddNote", { step: "", text: "It is quick", type: "", about: "" }, "gone_meanwhile"],
  ]);
});

test("a change of a note is offered as a new one when its note is gone, and as a change at the close", () => {
  const typed = { "change n": "A better thought" };
  const note = { kind: "note", id: "n", step: "s", text: "A thought" };

  assert.deepEqual(left(roomIn("s", { put: [step("s"), note], typed }), true), []);
  assert.deepEqual(left(roomIn("s", { put: [step("s")], typed })), [["AddNote", { step: "", text: "A better thought", type: "" }, "gone_meanwhile"]]);
  assert.deepEqual(left(roomIn("s", { put: [step("s"), note], typed, state: "closed" })), [["ChangeNote", { note: "n", text: "A better thought" }, "closed_meanwhile"]]);
});

test("the words of a step half-changed in the planner are offered by the planner, whole, when the step or the workshop is over", () => {
  const was = step("t", { title: "Ideas", prompt: "What?", script: ["Welcome"], setup: { columns: [{ id: "a", title: "Now" }], roles: [] } });
  const setup = { ...was.setup, columns: [{ id: "a", title: "Today", hint: "here" }] };
  const typed = { "agenda t": { title: "Ideas", prompt: "What helps?", script: "Welcome\nSit down", minutes: 5, setup } };
  const offered = (room) => leftBehind(room, false, PLANNED).map((each) => [each.kind, each.code, textOf(each)]);
  const words = "What helps? · Welcome\nSit down · Today | here";

  assert.deepEqual(offered(roomIn("s", { put: [step("s"), was], typed })), []);
  assert.deepEqual(offered(roomIn("s", { put: [step("s")], typed })), [["ChangeStep", "gone_meanwhile", `Ideas · ${words}`]]);
  assert.deepEqual(offered(roomIn("s", { put: [step("s"), was], typed, state: "closed" })), [["ChangeStep", "closed_meanwhile", words]]);
  assert.deepEqual(left(roomIn("s", { put: [step("s"), was], typed, state: "closed" })), []);
});

test("a phone that begins to mark has no room for a row; whoever came late still has", () => {
  const scoring = { kind: "scoring", id: "q", step: "s", state: "open" };
  const card = { kind: "card", id: "c", scoring: "q", participant: "me" };
  const typed = { "row s": { what: "One number" } };
  const put = [step("s", { layout: "table" }), scoring];

  assert.deepEqual(left(roomIn("s", { put, typed, as: "participant" })), []);
  assert.deepEqual(left(roomIn("s", { put: [...put, card], typed, as: "participant" })).map(([kind]) => kind), ["AddRow"]);
  assert.deepEqual(left(roomIn("s", { put: [...put, card], typed })), []);
});

test("an answer is left when its question is closed, and a text when another one is polled", () => {
  const poll = { kind: "poll", id: "p", state: "closed" };
  const scoring = { kind: "scoring", id: "q", step: "s", state: "open" };
  const room = roomIn("s", { put: [step("s"), poll, scoring], typed: { "answer p": "soon", "proposal s": "We call" } });

  assert.deepEqual(left(room).map(([kind]) => kind), ["AnswerPoll", "OpenScoring"]);
});

test("at the close nothing that was typed stays behind", () => {
  const typed = { ...TYPED, poll: "Go on?", "decision any": { text: "Now" }, "answer p": "soon" };
  const room = roomIn("s", { put: [step("s", { types: ["idea"] }), { kind: "poll", id: "p", state: "open" }], typed, state: "closed" });

  const found = left(room);

  assert.deepEqual(found.map(([kind]) => kind), ["AddNote", "AddAction", "SaveSheet", "AddRow", "AddDecision", "OpenScoring", "AskRoom", "AddDecision", "AnswerPoll"]);
  assert.deepEqual([...new Set(found.map(([, , code]) => code))], ["closed_meanwhile"]);
});

test("what is no text of a person's is left alone, and nothing is judged before the records are here", () => {
  const room = roomIn("t", { put: [step("t")], typed: { returned: "[]", "type s": "idea", "plan r": { i: 1 } } });
  const early = { ...roomIn("t", { typed: TYPED }), scene: new Scene(new Store(), signal([]), () => ({ log: "w", me: "", skew: 0 })) };

  assert.deepEqual(left(room, true), []);
  assert.deepEqual(leftBehind(early, true), []);
});
