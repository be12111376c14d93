// Rule S12: the page takes a new build once, and never at the price of what is only in its memory.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { renewOnce } from "../../static/js/live/renewal.js";

// A page of a browser, as far as it is asked; `typing` says whether a field has the focus.
function start() {
  const page = { reloads: 0, typing: false };
  const marks = new Map();
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.location = { reload: () => page.reloads++ };
  globalThis.sessionStorage = { getItem: (key) => marks.get(key), setItem: (key, value) => marks.set(key, value) };
  globalThis.document = { querySelector: () => null, activeElement: { matches: () => page.typing } };
  return page;
}

test.afterEach(() => mock.timers.reset());

test("a page reloads for another build once, and not for its own", () => {
  const page = start();
  const outbox = { entries: signal([]), lasting: signal(true) };

  renewOnce("a", "a", outbox);
  assert.equal(page.reloads, 0);
  renewOnce("b", "a", outbox);
  renewOnce("b", "a", outbox);

  assert.equal(page.reloads, 1);
});

test("it waits while a note that no shelf keeps is not sent, and while somebody types", () => {
  const page = start();
  const outbox = { entries: signal([{ op: "1" }]), lasting: signal(false) };
  page.typing = true;

  renewOnce("b", "a", outbox);
  mock.timers.tick(1000);
  page.typing = false;
  mock.timers.tick(2000);
  assert.equal(page.reloads, 0);
  outbox.entries.value = [];
  mock.timers.tick(1000);

  assert.equal(page.reloads, 1);
});
