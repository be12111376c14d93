// A page of the wall is full before the next begins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../static/js/lib/panes.js";
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

test("the pages of all sheets come one after the other, and past the end the last one stays", () => {
  const places = [0, 1, 2, 3, 4, 9].map((at) => placeOf([2, 1, 2], at));

  assert.deepEqual(places, [[0, 0], [0, 1], [1, 0], [2, 0], [2, 1], [2, 1]]);
});
