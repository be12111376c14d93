// A presenting round: each person's notes stand together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byAuthor } from "../../static/js/lib/authors.js";

const step = { order: "author" };
const wall = [{ id: "a", name: "Bo" }, { id: "b", name: "" }, { id: "c", name: "Ada" }, { id: "d", name: "Bo" }];

test("people stand in the order of the wall, and who gave no name stands last", () => {
  const found = byAuthor(step, wall).map(({ name, notes }) => [name, notes.map(({ id }) => id).join("")]);

  assert.deepEqual(found, [["Bo", "ad"], ["Ada", "c"], ["", "b"]]);
});

test("a shuffled wall and one without names have no authors", () => {
  assert.equal(byAuthor({ order: "shuffled" }, wall), null);
  assert.equal(byAuthor(step, [{ id: "b", name: "" }]), null);
});
