// What was refused: every text that someone typed, and where it can still go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { isThought, refusalWords, textOf } from "../../static/js/lib/refusals.js";
import { draftFor, reopensIn, waysFor } from "../../static/js/lib/ways.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const step = (id, more) => ({ kind: "step", id, place: 0, state: "done", layout: "wall", types: ["idea"], locks: [], setup: {}, ...more });

function roomIn(now, { as = "participant", put = [], state = "running" } = {}) {
  const store = new Store();
  store.apply({ put: [{ kind: "workshop", id: "w", state, step: now }, ...put] });
  const scene = new Scene(store, signal([]), () => ({ log: "w", me: "me", skew: 0 }));
  return { scene, as, newId: () => "new" };
}

const refused = (kind, fields, code = "step_closed") => ({ entry: { op: "op", kind, fields }, error: { code } });

test("every field that was typed is told", () => {
  const told = [
    ["AddNote", { step: "s", text: "A note", type: "idea" }, "A note"],
    ["AddRow", { step: "s", cells: { what: "One number", who: "Ane" } }, "One number · Ane"],
    ["ChangeRow", { row: "r", cells: { what: "One line" } }, "One line"],
    ["AskRoom", { id: "p", question: "Shall we go on?", form: "yes_no" }, "Shall we go on?"],
    ["OpenScoring", { id: "p", step: "s", text: "We call", needed: "no_veto" }, "We call"],
    ["SaveSheet", { step: "s", values: { goal: "Nobody alone", why: "" }, reason: "The nights" }, "Nobody alone · The nights"],
    ["AddAction", { what: "Call", who: "Ane", due: "2027-01-15", first_step: "", helpers: "Bo", daily: "On Mondays" }, "Call · Ane · 2027-01-15 · Bo · On Mondays"],
    ["AddDecision", { text: "One number", basis: "18 dots", alternatives: "Two", decider: "Gro", decided_on: "2027-01-15", daily: "" }, "One number · 18 dots · Two · Gro · 2027-01-15"],
    ["ChooseItem", { step: "s", item: "i", choice: "drop", reason: "Too dear" }, "Too dear"],
    ["ChangeStep", { step: "s", title: "Why", script: ["Say this", "Wait"] }, "Why · Say this · Wait"],
    ["AnswerPoll", { poll: "p", answer: "after a break" }, "after a break"],
    ["NameSeat", { participant: "p", name: "Eva" }, "Eva"],
  ];

  for (const [kind, fields, text] of told) assert.equal(textOf({ kind, fields }), text);
});

test("what was chosen by one tap is no text", () => {
  const taps = [
    ["CastVote", { round: "r", item: "i", dots: 1 }],
    ["AnswerPoll", { poll: "p", answer: "yes" }],
    ["ChooseItem", { step: "s", item: "i", choice: "keep", reason: "" }],
    ["ChangeAction", { action: "a", due: "2027-01-15" }],
    ["AddRow", { step: "s", cells: {}, about: "cluster" }],
    ["OpenScoring", { id: "p", step: "s" }],
  ];

  for (const [kind, fields] of taps) assert.equal(textOf({ kind, fields }), "");
});

test("a row goes where it was meant to as long as its table takes rows", () => {
  const row = refused("AddRow", { id: "r", step: "t", cells: { what: "One number" } }, "left_behind");
  const table = (more) => step("t", { layout: "table", types: [], ...more });
  const again = (more) => waysFor(roomIn("s", { put: [step("s", { state: "open" }), table(more)] }), row).again;

  assert.deepEqual(again({ state: "open" }), ["AddRow", { id: "new", step: "t", cells: { what: "One number" } }]);
  assert.equal(again({ state: "open", locks: ["writing"] }), false);
  assert.equal(again({ state: "done" }), false);
});

test("a question waits until the other one is closed", () => {
  const ask = refused("AskRoom", { id: "p", question: "Shall we go on?", form: "scale" }, "poll_open");
  const poll = (state) => ({ kind: "poll", id: "other", state });

  assert.equal(waysFor(roomIn("s", { as: "facilitator", put: [poll("open")] }), ask).again, false);
  assert.deepEqual(waysFor(roomIn("s", { as: "facilitator", put: [poll("closed")] }), ask).again, ["AskRoom", { id: "new", question: "Shall we go on?", form: "scale" }]);
});

test("a decision opens again for who facilitates, and can be no draft of a note there", () => {
  const decision = refused("AddDecision", { text: "One number", basis: "18 dots" }, "left_behind");
  const room = roomIn("s", { as: "facilitator", put: [step("s", { state: "open" })] });

  const { decide, note, anew, park } = waysFor(room, decision);

  assert.deepEqual([decide, note.id, anew, park], [true, "s", true, true]);
});

test("after the close, and beside an act, it can be copied", () => {
  const closed = roomIn("s", { put: [step("s")], state: "closed" });

  assert.deepEqual(waysFor(closed, refused("AddNote", { step: "s", text: "Late" })), { copy: true });
  assert.deepEqual(waysFor(roomIn("s"), refused("AnswerPoll", { poll: "p", answer: "soon" })), { copy: true });
  assert.equal(isThought({ kind: "AnswerPoll" }), false);
});

test("what has a form of its own waits for the room to come back to it", () => {
  const action = { kind: "AddAction", fields: { step: "s", what: "Call" } };
  const put = [step("s"), step("t", { state: "open" })];
  const there = roomIn("t", { put });

  assert.equal(reopensIn(there, action), there.scene.get("step", "s"));
  assert.equal(reopensIn(roomIn("s", { put }), action), undefined);
  assert.equal(reopensIn(there, { kind: "AddNote", fields: { step: "s", text: "A note" } }), undefined);
});

test("what speaks for a row goes back to that row, and to no table without it", () => {
  const table = step("t", { layout: "table", types: ["pro", "con"], state: "open" });
  const row = { kind: "row", id: "r", step: "t", cells: {} };
  const pro = refused("AddNote", { step: "t", text: "Quick", type: "pro", about: "r" }, "step_locked");

  const room = roomIn("t", { put: [table, row] });

  assert.equal(waysFor(room, pro).note, room.scene.get("step", "t"));
  assert.equal(draftFor(room.scene, table, pro.entry.fields), "side r");
  assert.equal(waysFor(roomIn("t", { put: [table] }), pro).note, undefined);
});

test("the server's sentence comes first, and what happened here has its own", () => {
  assert.equal(refusalWords({ code: "step_closed", message: "Too late." }), "Too late.");
  assert.equal(refusalWords({ code: "closed_meanwhile" }), "The workshop was closed while you were writing.");
  assert.equal(refusalWords({ code: "unheard_of" }), "That was not saved.");
});
