// Rules S3, S10 and S11 of docs/protocol.md, as the browser keeps them.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Outbox } from "../../static/js/live/outbox.js";

// A wire whose answers the test gives by hand.
function start(kept = []) {
  const wire = [];
  const shelf = new Map(kept.map((entry) => [entry.op, entry]));
  const refusals = [];
  const outbox = new Outbox({
    shelf: {
      load: async () => [...shelf.values()],
      save: (entry) => shelf.set(entry.op, entry),
      remove: (op) => shelf.delete(op),
    },
    transmit: (entry) => new Promise((answer, cut) => wire.push({ entry, answer, cut })),
    refused: (entry, error) => refusals.push([entry.kind, error.code]),
  });
  return { outbox, wire, shelf, refusals };
}

const settle = () => new Promise((done) => setImmediate(done));
const vote = (item, dots) => ["log", "CastVote", { round: "r", item, dots }];
const sent = (wire) => wire.map(({ entry }) => [entry.kind, entry.fields]);

test("S3: commands go in the order made", () => {
  const { outbox, wire } = start();
  outbox.add("log", "AddNote", { id: "a" });
  outbox.add("log", "AddNote", { id: "b" });

  outbox.open();

  assert.deepEqual(sent(wire), [["AddNote", { id: "a" }], ["AddNote", { id: "b" }]]);
});

test("S3: nothing on an item passes an unanswered command on it", async () => {
  const { outbox, wire } = start();
  outbox.open();
  outbox.add("log", "AddNote", { id: "a", text: "x" });
  outbox.add("log", "ChangeNote", { note: "a", text: "y" });
  assert.equal(wire.length, 1);

  wire[0].answer({ ok: true, seq: 1 });
  await settle();

  assert.deepEqual(sent(wire)[1], ["ChangeNote", { note: "a", text: "y" }]);
});

test("S3: ten quick taps on one item become two commands", async () => {
  const { outbox, wire } = start();
  outbox.open();
  for (let dots = 1; dots <= 10; dots++) outbox.add(...vote("i", dots));

  wire[0].answer({ ok: true, seq: 1 });
  await settle();

  assert.deepEqual(sent(wire).map(([, fields]) => fields.dots), [1, 10]);
});

test("S3: a vote that was sent is never replaced, and retry sends the same op", async () => {
  const { outbox, wire } = start();
  outbox.open();
  outbox.add(...vote("i", 1));
  wire[0].answer({ ok: false, error: { code: "unsure", retry: true, retry_after: 0 } });
  await settle();

  assert.deepEqual(wire[1].entry.op, wire[0].entry.op);
  outbox.add(...vote("i", 2));
  assert.equal(outbox.entries.value.length, 2);
});

test("S3: a refused command is taken out and its text is offered back", async () => {
  const { outbox, wire, shelf, refusals } = start();
  outbox.open();
  outbox.add("log", "AddNote", { id: "a", text: "x" });
  wire[0].answer({ ok: false, error: { code: "step_closed", field: "text" } });
  await settle();

  assert.deepEqual(refusals, [["AddNote", "step_closed"]]);
  assert.deepEqual([...shelf], []);
  assert.deepEqual(outbox.entries.value, []);
});

test("what was on the shelf is sent before what is new", async () => {
  const { outbox, wire } = start([{ op: "kept", log: "log", kind: "AddNote", fields: { id: "old" }, at: 1, made: 0, cuts: 0 }]);
  outbox.add("log", "AddNote", { id: "new" });
  await outbox.load();

  outbox.open();

  assert.deepEqual(sent(wire).map(([, fields]) => fields.id), ["old", "new"]);
});

test("S10: over 32 KiB never enters", () => {
  const { outbox, shelf, refusals } = start();

  assert.equal(outbox.add("log", "AddNote", { id: "a", text: "ø".repeat(17000) }), null);
  assert.deepEqual(refusals, [["AddNote", "too_large"]]);
  assert.deepEqual([...shelf], []);
});

test("S10: what cuts its connection twice, alone, is taken out and the rest goes on", async () => {
  const { outbox, wire, refusals } = start();
  outbox.add("log", "AddNote", { id: "bad" });
  outbox.add("log", "AddNote", { id: "good" });
  for (const round of [0, 1, 2]) {
    outbox.open();
    const air = wire.splice(0);
    assert.equal(air[0].entry.fields.id, "bad");
    assert.equal(air.length, round ? 1 : 2);
    outbox.close();
    for (const { cut } of air) cut(new Error("cut"));
    await settle();
  }

  assert.deepEqual(refusals, [["AddNote", "cut_twice"]]);
  outbox.open();
  assert.deepEqual(sent(wire), [["AddNote", { id: "good" }]]);
});

test("S11: no more than the burst goes at once", () => {
  const { outbox, wire } = start();
  outbox.bucket.setLimits({ commands_per_second: 10, command_burst: 30 });
  for (let n = 0; n < 60; n++) outbox.add("log", "AddNote", { id: `n${n}` });
  outbox.open();

  assert.ok(wire.length <= 30);
  outbox.close();
});

test("the outbox holds two hundred and says so past it", () => {
  const { outbox, refusals } = start();
  for (let n = 0; n < 201; n++) outbox.add("log", "AddNote", { id: `n${n}` });

  assert.deepEqual(refusals, [["AddNote", "outbox_full"]]);
  assert.equal(outbox.entries.value.length, 200);
});

test("a shelf that gives nothing does not hold up what is written now, and what it gives late is sent then", async () => {
  const { outbox, wire, gives } = startSlow();
  mock.timers.enable({ apis: ["setTimeout"] });
  outbox.load();
  outbox.add("log", "AddNote", { id: "now" });
  const opened = outbox.loadedOrLate().then(() => outbox.open());

  mock.timers.tick(3000);
  await opened;
  assert.deepEqual(sent(wire), [["AddNote", { id: "now" }]]);
  gives([{ op: "1", log: "log", kind: "AddNote", fields: { id: "before" }, at: 1, made: 0, cuts: 0 }]);
  await settle();

  assert.deepEqual(sent(wire)[1], ["AddNote", { id: "before" }]);
  mock.timers.reset();
});

function startSlow() {
  const wire = [];
  let gives;
  const shelf = { load: () => new Promise((done) => (gives = done)), save: () => {}, remove: () => {} };
  const outbox = new Outbox({ shelf, transmit: (entry) => new Promise(() => wire.push({ entry })), refused: () => {} });
  return { outbox, wire, gives: (kept) => gives(kept) };
}
