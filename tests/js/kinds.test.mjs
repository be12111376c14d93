// A step outside the phases is named by where it stands; nobody reads a word that only we use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseWord, placedTitle } from "../../static/js/lib/kinds.js";

const wordsOf = (...phases) => {
  const steps = phases.map((phase, place) => ({ phase, place }));
  return steps.map((step) => phaseWord(step, steps));
};

test("before the phases one checks in, after them out, and between them is a break", () => {
  assert.deepEqual(
    wordsOf("frame", "frame", "open", "frame", "integrate", "close", "frame"),
    ["Check-in", "Check-in", "Open", "Break", "Integrate", "Close", "Check-out"],
  );
});

test("a break is one wherever it stands", () => {
  assert.deepEqual(wordsOf("break", "open", "break"), ["Break", "Open", "Break"]);
});

test("an agenda that only frames is a check-in", () => {
  assert.deepEqual(wordsOf("frame", "frame"), ["Check-in", "Check-in"]);
});

test("before the first step everyone is welcome", () => {
  assert.equal(phaseWord(undefined, []), "Welcome");
});

test("the order is that of the places, also while a step is being moved", () => {
  const steps = [{ phase: "open", place: 1 }, { phase: "frame", place: 1.5 }, { phase: "close", place: 2 }];

  assert.equal(phaseWord(steps[1], steps), "Break");
});

test("steps of one name are told apart by their cycle, where there are several", () => {
  const steps = [1, 2].map((cycle) => ({ title: "Dot vote", phase: "close", cycle }));

  assert.deepEqual(steps.map((step) => placedTitle(step, steps)), ["Cycle 1 · Dot vote", "Cycle 2 · Dot vote"]);
  assert.equal(placedTitle(steps[0], steps.slice(0, 1)), "Dot vote");
});
