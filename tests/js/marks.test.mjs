// One's own marks, as the screen finds them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "../../static/js/lib/html.js";
import { markOn } from "../../static/js/lib/marks.js";
import { Scene } from "../../static/js/live/scene.js";
import { Store } from "../../static/js/live/store.js";

const score = (item, value) => ({ kind: "score", id: `s-${item}`, scoring: "x", item, scale: "y", value });

// Tells how often it is gone through.
class Counting extends Scene {
  times = 0;

  all(kind) {
    this.times++;
    return super.all(kind);
  }
}

test("the marks are gone through once however many things are marked, and again when one came", () => {
  const store = new Store();
  store.apply({ put: ["a", "b", "c"].map((item, n) => score(item, n)) });
  const waiting = signal([]);
  const scene = new Counting(store, waiting, () => ({ log: "w", me: "p", skew: 0 }));
  const found = () => ["a", "b", "c", "d"].map((item) => markOn(scene, "x", item, "y"));

  assert.deepEqual([found(), scene.times], [[0, 1, 2, null], 1]);
  store.apply({ put: [score("d", 3)] });
  waiting.value = [{ op: "1", kind: "GiveScore", at: 0, fields: { scoring: "x", item: "a", scale: "y", value: 4 } }];

  assert.deepEqual([found(), scene.times], [[4, 1, 2, 3], 2]);
});
