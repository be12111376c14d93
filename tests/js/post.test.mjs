// What is asked of the server beside the room: a refusal is told apart from an answer that never came.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ask } from "../../static/js/lib/post.js";

const answers = (work) => mock.method(globalThis, "fetch", work);

test.afterEach(() => mock.restoreAll());

test("a refusal is a sentence, and nothing was done", async () => {
  answers(async () => ({ ok: false, json: async () => ({ error: { message: "You are not let in." } }) }));

  assert.deepEqual(await ask("/key"), { error: "You are not let in." });
});

test("where no answer came, or one that is not the server's own, it may have been done", async () => {
  const unsure = { error: "No answer from the server. Try once more when the network is back.", unsure: true };
  answers(async () => { throw new TypeError("the network is away"); });
  assert.deepEqual(await ask("/key"), unsure);
  answers(async () => ({ ok: false, json: async () => { throw new SyntaxError("a gateway's page"); } }));

  assert.deepEqual(await ask("/key"), unsure);
});
