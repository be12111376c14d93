// A time line in the browser: what the board had at any second, however one comes there, and how it is played.
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, filmOf, msAt, neighbour, Past, secondAt, stops, visitAt } from "../../static/js/lib/replay.js";
import { pastRoom, Player } from "../../static/js/live/player.js";
import { phasesOf, whereWeAre } from "../../static/js/views/replay-foot.js";

const workshop = { kind: "workshop", id: "w", state: "running", step: "a" };
const step = (id, place, phase) => ({ kind: "step", id, place, phase, title: `Step ${id}`, cycle: 1 });
const note = (id, more) => ({ kind: "note", id, cluster: "", text: id, ...more });
const LINE = {
  seconds: 600,
  visits: [{ at: 0, step: "a", phase: "open", title: "Step a" }, { at: 300, step: "b", phase: "integrate", title: "Step b" }],
  moments: [
    { at: 0, changes: [workshop, step("a", 0, "open"), step("b", 1, "integrate")] },
    { at: 240, changes: [note("n"), note("m")] },
    { at: 300, changes: [{ kind: "workshop", id: "w", step: "b" }] },
    { at: 330, changes: [{ kind: "cluster", id: "c", title: "" }, { kind: "note", id: "n", cluster: "c" }] },
    { at: 420, changes: [{ kind: "cluster", id: "c", gone: true }, { kind: "note", id: "n", cluster: "" }] },
  ],
};

test("the board is the same however one comes to a second", () => {
  const straight = new Past(LINE).at(330);
  const there = new Past(LINE);
  for (const second of [600, 10, 299, 331, 100]) there.at(second);

  assert.deepEqual(there.at(330), straight);
  assert.deepEqual(straight.get("note n"), note("n", { cluster: "c" }));
  assert.equal(straight.get("workshop w").step, "b");
  assert.deepEqual([...there.at(100).keys()], ["workshop w", "step a", "step b"]);
});

test("a store is told what is another, and nothing else", () => {
  const past = new Past(LINE);
  const before = past.at(330);
  const after = past.at(420);

  assert.deepEqual(difference(before, after), { put: [note("n")], drop: [["cluster", "c"]] });
  assert.deepEqual(difference(after, past.at(500)), { put: [], drop: [] });
});

test("arrows go to the next thing that came, and to the ends", () => {
  const seconds = stops(LINE);

  assert.deepEqual(seconds, [0, 240, 300, 330, 420]);
  assert.deepEqual([neighbour(seconds, 240, 1, 600), neighbour(seconds, 250, -1, 600)], [300, 240]);
  assert.deepEqual([neighbour(seconds, 420, 1, 600), neighbour(seconds, 0, -1, 600)], [600, 0]);
  assert.deepEqual([299, 300, 600].map((at) => visitAt(LINE, at).step), ["a", "b", "b"]);
});

test("silence is cut short, the film ends where the line does, and its clock can be read both ways", () => {
  const film = filmOf(LINE);

  assert.deepEqual(film[0], [0, 0]);
  assert.equal(film.at(-1)[1], 600);
  assert.ok(film.at(-1)[0] < 30000);
  assert.ok(film.every(([ms], n) => !n || ms - film[n - 1][0] <= 4000));
  for (const second of [0, 17, 240, 333, 600]) assert.ok(Math.abs(secondAt(film, msAt(film, second)) - second) < 1e-6);
  assert.equal(secondAt(film, 1e9), 600);
});

test("neighbours of one phase are one stretch", () => {
  const visits = [...LINE.visits, { at: 500, step: "c", phase: "integrate" }];

  assert.deepEqual(phasesOf({ visits, seconds: 600 }), [{ phase: "open", seconds: 300 }, { phase: "integrate", seconds: 300 }]);
});

test("where one is reads well aloud, and the past sends nothing", () => {
  const player = new Player(LINE);
  const room = pastRoom(player, { workshop: "w", language: "en", base: "/" });

  assert.equal(whereWeAre(room, player), "Minute 1, Open: Step a, 0 notes");
  player.to(330);
  assert.equal(whereWeAre(room, player), "Minute 6, Integrate: Step b, 2 notes");
  assert.equal(room.scene.get("note", "n").cluster, "c");
  assert.equal(room.send("AddNote"), "");
});

// Time in a drawer: frames and timers run when the test says so.
function withClock(reduced, run) {
  const due = [];
  let now = 0;
  Object.assign(globalThis, {
    matchMedia: () => ({ matches: reduced }),
    requestAnimationFrame: (work) => due.push(work),
    cancelAnimationFrame: () => due.splice(0),
  });
  const [later, clear, clock] = [globalThis.setTimeout, globalThis.clearTimeout, performance.now];
  Object.assign(globalThis, { setTimeout: (work) => due.push(work), clearTimeout: () => due.splice(0) });
  performance.now = () => now;
  const turn = (ms) => {
    now += ms;
    for (const work of due.splice(0)) work(now);
  };
  try {
    run(turn);
  } finally {
    Object.assign(globalThis, { setTimeout: later, clearTimeout: clear });
    performance.now = clock;
  }
}

test("it plays to the end and rests there; a hand stops it; and from the end it begins anew", () => withClock(false, (turn) => {
  const player = new Player(LINE);
  player.play();
  turn(2000);
  const early = player.at.value;
  player.move(1);
  const stopped = player.playing.value;
  turn(1e6);
  const held = player.at.value;
  player.play();
  turn(1e6);

  assert.ok(early > 0 && early < 240);
  assert.deepEqual([stopped, held], [false, 240]);
  assert.deepEqual([player.at.value, player.playing.value], [600, false]);
  player.play();
  assert.deepEqual([player.at.value, player.playing.value], [0, true]);
}));

test("where nothing may move it goes step by step", () => withClock(true, (turn) => {
  const player = new Player(LINE);
  player.play();
  const seen = [player.at.value];
  for (let n = 0; n < 3; n++) {
    turn(4000);
    seen.push(player.at.value);
  }

  assert.deepEqual(seen, [0, 300, 600, 600]);
  assert.equal(player.playing.value, false);
}));
