// The soft signals of a step's time: each stands for a while, and only while the time runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeSignal } from "../../static/js/lib/time-signal.js";

const running = { state: "running" };
const step = { minutes: 10, half_time: "What else?" };
const during = (given, ...lefts) => lefts.map((left) => timeSignal(given, running, left));

test("half time stands for a minute, two minutes for as long as they are two, the end stays", () => {
  assert.deepEqual(during(step, 301, 300, 241, 240), ["", "half", "half", ""]);
  assert.deepEqual(during(step, 121, 120, 101, 100), ["", "two", "two", ""]);
  assert.deepEqual(during(step, 1, 0), ["", "end"]);
});

test("a step without a half-time line has no half time", () => {
  assert.deepEqual(during({ ...step, half_time: "" }, 300), [""]);
});

test("a short step is not told of two minutes when it has hardly begun", () => {
  assert.deepEqual(during({ minutes: 3, half_time: "" }, 120), [""]);
});

test("nothing is said of a time that does not run", () => {
  assert.equal(timeSignal(step, { state: "paused" }, 300), "");
  assert.equal(timeSignal(undefined, running, 0), "");
});
