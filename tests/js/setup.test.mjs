// The planner's lines of text and the parts of a command.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, partsOf, scaleLines, scalesOf } from "../../static/js/lib/setup.js";

const NOW = { id: "now", title: "What works", hint: "Also small things" };
const HURTS = { id: "hurts", title: "What hurts" };

test("a line is a part, and a hint stands after a bar", () => {
  assert.equal(linesOf([NOW, HURTS]), "What works | Also small things\nWhat hurts");
  assert.deepEqual(partsOf(linesOf([NOW, HURTS]), [NOW, HURTS]), [NOW, HURTS]);
});

test("a renamed line keeps its id, and so does one that moved", () => {
  assert.deepEqual(partsOf("What works now\nWhat hurts", [NOW, HURTS]), [{ id: "now", title: "What works now" }, HURTS]);
  assert.deepEqual(partsOf("What hurts\nWhat works", [NOW, HURTS]).map(({ id }) => id), ["hurts", "now"]);
});

test("a new line gets an id that nobody has, and a line taken out takes its id along", () => {
  const parts = partsOf("What works\nWhat hurts\nWhat we fear\nWhat we hope", [NOW, HURTS]);
  assert.deepEqual(parts.map(({ id }) => id), ["now", "hurts", "p3", "p4"]);
  assert.deepEqual(partsOf("What hurts", [NOW, HURTS]), [HURTS]);
});

test("a scale is a title, two ends and a weight", () => {
  const effort = { id: "effort", title: "Effort", low: 0, high: 10, weight: -1, words: ["none", "all"] };
  assert.equal(scaleLines([effort]), "Effort | 0 | 10 | -1");
  assert.deepEqual(scalesOf("Effort | 0 | 10 | -1", [effort]), [effort]);
  assert.deepEqual(scalesOf("Effort | 1 | 5", [effort]), [{ ...effort, low: 1, high: 5, words: [] }]);
  assert.deepEqual(scalesOf("Value", []), [{ id: "p1", title: "Value", low: 1, high: 5, weight: 1, words: [] }]);
});
