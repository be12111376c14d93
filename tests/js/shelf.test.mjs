// Where the outbox lies: what this device cannot keep is said, and a shelf that could not be opened is opened anew.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Shelf } from "../../static/js/live/shelf.js";

const settle = () => new Promise((done) => setImmediate(done));

// A browser whose store answers when the test says so.
function start() {
  const asked = [];
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.indexedDB = { open: () => asked[asked.push({}) - 1] };
  return asked;
}

test.afterEach(() => mock.timers.reset());

test("what is still being written after three seconds does not count as kept", async () => {
  start();
  const shelf = new Shelf("w", "participant");

  shelf.save({ op: "1" });
  await settle();
  assert.equal(shelf.lasting.value, true);
  mock.timers.tick(3000);

  assert.equal(shelf.lasting.value, false);
});

test("a shelf that could not be opened is opened anew, and what could not be laid there is not kept", async () => {
  const asked = start();
  const shelf = new Shelf("w", "participant");
  const saved = shelf.save({ op: "1" });
  asked[0].onerror();
  await saved;
  assert.equal(shelf.lasting.value, false);

  shelf.remove("1");

  assert.equal(asked.length, 2);
});
