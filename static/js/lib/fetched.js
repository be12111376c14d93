// A file that tells its progress: lines of JSON, then one with the size, and the file behind it.
import { _ } from "./words.js";

const LINE_FEED = 10;

// Gives {data}, {error: sentence}, or {} where it was stopped.
export async function fetched(url, { signal, told, get = fetch }) {
  try {
    const answer = await get(url, { signal });
    if (!answer.ok) return { error: (await answer.json()).error.message };
    return await read(answer.body.getReader(), told);
  } catch {
    return signal.aborted ? {} : { error: _("No answer from the server. Try once more when the network is back.") };
  }
}

async function read(reader, told) {
  let rest = new Uint8Array();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the file ended too soon");
    rest = joined([rest, value]);
    for (let end; (end = rest.indexOf(LINE_FEED)) >= 0;) {
      const line = JSON.parse(new TextDecoder().decode(rest.subarray(0, end)));
      rest = rest.slice(end + 1);
      if (line.error) return { error: line.error.message };
      if (line.size !== undefined) return { data: await whole(reader, rest, line.size) };
      told(line);
    }
  }
}

async function whole(reader, begun, size) {
  const parts = [begun];
  for (let length = begun.length; length < size;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the file ended too soon");
    parts.push(value);
    length += value.length;
  }
  return joined(parts);
}

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
