// One workshop as this page holds it. Views are handed a room; none of them knows a connection.
import { computed, signal } from "../lib/html.js";
import { newId } from "../lib/ids.js";
import { serverNow } from "../lib/clock.js";
import { Connection } from "./connection.js";
import { Drafts } from "./drafts.js";
import { Frames } from "./frames.js";
import { watchFingers } from "./hold.js";
import { Outbox } from "./outbox.js";
import { Scene } from "./scene.js";
import { Shelf } from "./shelf.js";
import { Store } from "./store.js";

export let current = null; // for tests: the room of this page

export function openRoom({ workshop, as, build, language, base }) {
  const store = new Store();
  const frames = new Frames(store);
  const you = signal({});
  const limits = signal({});
  const refusals = signal([]); // what was refused and is offered back: [{entry, error}, ...]
  const ready = signal(false); // the first snapshot is in

  const outbox = new Outbox({
    shelf: new Shelf(workshop, as),
    transmit: (entry) => connection.transmit(entry),
    refused: (entry, error) => (refusals.value = [...refusals.peek(), { entry, error }]),
  });
  const context = () => ({ log: workshop, me: you.peek().id ?? "", skew: serverNow() - Date.now() });
  const scene = new Scene(store, outbox.entries, context);
  const connection = new Connection({ workshop, as, frames, joined, lost: () => outbox.close() });
  const loaded = outbox.load();

  async function joined(answer) {
    you.value = answer.you ?? {};
    limits.value = answer.limits ?? {};
    outbox.bucket.setLimits(limits.peek());
    ready.value = true;
    await loaded;
    if (reloadOnce(answer.build, build)) return;
    if (connection.status.peek() === "live") outbox.open();
  }

  watchFingers();
  connection.watchPage();
  connection.open();
  current = {
    workshop, as, language, base, scene, you, limits, refusals, ready,
    drafts: new Drafts(workshop, as),
    status: connection.status,
    refusal: connection.refusal,
    presence: connection.presence,
    entries: outbox.entries,
    late: computed(() => outbox.entries.value.filter((entry) => entry.late)),
    newId,
    send: (kind, fields = {}) => outbox.add(workshop, kind, fields),
    again: () => connection.check(),
    forgive: (refusal) => (refusals.value = refusals.peek().filter((other) => other !== refusal)),
    canonical: () => store.canonical(),
    seq: () => frames.seq,
  };
  return current;
}

// Rule S12: an old page takes the new build once; the outbox lies on its shelf meanwhile.
function reloadOnce(serverBuild, ownBuild) {
  if (!serverBuild || !ownBuild || serverBuild === ownBuild) return false;
  const mark = `rytme reloaded for ${serverBuild}`;
  try {
    if (sessionStorage.getItem(mark)) return false;
    sessionStorage.setItem(mark, "yes");
  } catch {
    return false;
  }
  location.reload();
  return true;
}
