// A file behind its progress, however the network cuts it up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fetched } from "../../static/js/lib/fetched.js";

const bytes = (text) => new TextEncoder().encode(text);
const signal = { aborted: false };

// What a server says, in pieces of so many bytes.
function answering(whole, piece) {
  const pieces = [];
  for (let at = 0; at < whole.length; at += piece) pieces.push(whole.slice(at, at + piece));
  const read = async () => (pieces.length ? { value: pieces.shift(), done: false } : { done: true });
  return async () => ({ ok: true, body: { getReader: () => ({ read }) } });
}

async function take(whole, piece, given = signal) {
  const told = [];
  const found = await fetched("/file", { signal: given, told: (line) => told.push(line), get: answering(bytes(whole), piece) });
  return { told, ...found, data: found.data && new TextDecoder().decode(found.data) };
}

const LINES = '{"done":0,"total":2}\n{"done":1,"total":2}\n{"size":11}\n';

for (const piece of [1, 7, 30, 1000]) {
  test(`in pieces of ${piece} the file is whole, also with line feeds in it`, async () => {
    assert.deepEqual(await take(`${LINES}one\ntwo\n{"3`, piece), {
      told: [{ done: 0, total: 2 }, { done: 1, total: 2 }], data: 'one\ntwo\n{"3',
    });
  });
}

test("an error is told as the server says it", async () => {
  const { error } = await take('{"done":0,"total":1}\n{"error":{"code":"server_fault","message":"Sorry."}}\n', 9);

  assert.equal(error, "Sorry.");
});

test("a file that is cut off is no file", async () => {
  const { data, error } = await take(`${LINES}one`, 9);

  assert.equal(data, undefined);
  assert.match(error, /No answer from the server/);
});

test("who stops it hears of no error", async () => {
  const { data, error } = await take(`${LINES}one`, 9, { aborted: true });

  assert.deepEqual([data, error], [undefined, undefined]);
});
