// A page of the wall is full before the next begins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../../static/js/lib/wall.js";

const things = (...heights) => heights.map((height, n) => ({ id: "abcdefgh"[n], height }));

test("a short note fills the column that a long one did not", () => {
  assert.deepEqual(packed(things(60, 50, 40, 50), 100), ["a", "c", "b", "d"]);
});

test("what has room where it stands keeps its order", () => {
  assert.deepEqual(packed(things(50, 50, 30, 30, 30), 100), ["a", "b", "c", "d", "e"]);
});

test("what is higher than a column has one to itself", () => {
  assert.deepEqual(packed(things(50, 300, 50), 100), ["a", "c", "b"]);
});
