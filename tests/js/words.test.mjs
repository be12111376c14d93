// The reader's words: a page waits for them, but not for ever, and a try that fails is not the last.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { _, loadWords, useCatalogue } from "../../static/js/lib/words.js";

const settle = () => new Promise((done) => setImmediate(done));

// A server that the test answers for by hand.
function start() {
  const asked = [];
  useCatalogue({});
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(globalThis, "fetch", (url) => new Promise((answer, fail) => asked.push({ url, fail, answer: (found) => answer({ ok: true, json: async () => found }) })));
  return asked;
}

test.afterEach(() => mock.reset());

test("a page opens without its words when they are slow, and is told when they come", async () => {
  const asked = start();
  let late = 0;
  const opening = loadWords("nb", "/static/x/", () => late++);

  mock.timers.tick(4000);
  await opening;
  assert.equal(_("Yes"), "Yes");
  asked[0].answer({ Yes: "Ja" });
  await settle();

  assert.deepEqual([_("Yes"), late, asked.map(({ url }) => url)], ["Ja", 1, ["/static/x/words/nb.json"]]);
});

test("words that did not come are asked for again, and a page that still waits for them opens with them", async () => {
  const asked = start();
  let late = 0;
  const opening = loadWords("nb", "", () => late++);

  asked[0].fail(new Error("the network is away"));
  await settle();
  mock.timers.tick(2000);
  await settle();
  asked[1].answer({ Yes: "Ja" });
  await opening;

  assert.deepEqual([_("Yes"), late], ["Ja", 0]);
});
