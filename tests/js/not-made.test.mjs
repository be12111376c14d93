// Files that the folder on the server does without: each is named, and nobody is told of none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { notMade } from "../../static/js/views/keep-folder.js";

test("files that could not be made are counted and named", () => {
  assert.equal(notMade([]), "");
  assert.match(notMade(["deck.pptx"]), /without a file that could not be made: deck\.pptx\. Everything is in workshop\.json/);
  assert.match(notMade(["report.docx", "deck.pptx"]), /without 2 files that could not be made: report\.docx, deck\.pptx\./);
});
