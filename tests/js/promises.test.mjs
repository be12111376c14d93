// Which day it is where the decision is made.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { dated } from "../../static/js/lib/promises.js";

process.env.TZ = "America/New_York";
mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-22T00:30:00Z") });

test("a decision that names no day is of today here, and one that does is of that", () => {
  assert.deepEqual(dated({ text: "One number", decided_on: "" }), { text: "One number", decided_on: "2026-11-21" });
  assert.deepEqual(dated({ text: "One number", decided_on: "2026-11-20" }).decided_on, "2026-11-20");
});
