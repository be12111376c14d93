// What waits for a moment is done when the page is hidden or left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { whenLeaving } from "../../static/js/lib/leaving.js";

function page() {
  const [here, document] = [new EventTarget(), Object.assign(new EventTarget(), { visibilityState: "visible" })];
  Object.assign(globalThis, { document, addEventListener: here.addEventListener.bind(here), removeEventListener: here.removeEventListener.bind(here) });
  const look = (state) => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { look, leave: () => here.dispatchEvent(new Event("pagehide")) };
}

test("it is done when the page is put away or left, and not when it comes back", () => {
  const done = [];
  const { look, leave } = page();
  whenLeaving(() => done.push("done"));

  look("hidden");
  look("visible");
  leave();

  assert.deepEqual(done, ["done", "done"]);
});

test("who has gone from the screen is told no more", () => {
  const done = [];
  const { look, leave } = page();
  whenLeaving(() => done.push("done"))();

  look("hidden");
  leave();

  assert.deepEqual(done, []);
});
