// While a finger is down, what others do waits, and keeps its order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hold, release, whenStill } from "../../static/js/live/hold.js";

const settle = () => new Promise((done) => setTimeout(done, 0));

test("work runs at once when no finger is down", () => {
  const done = [];
  whenStill(() => done.push("a"));

  assert.deepEqual(done, ["a"]);
});

test("work waits for the finger, and later work waits behind it", async () => {
  const done = [];
  hold();
  whenStill(() => done.push("a"));
  assert.deepEqual(done, []);

  release();
  whenStill(() => done.push("b"));
  assert.deepEqual(done, []);
  await settle();

  assert.deepEqual(done, ["a", "b"]);
});
