// One workshop as this page holds it. Views are handed a room; none of them knows a connection.
import { computed, signal } from "../lib/html.js";
import { newId } from "../lib/ids.js";
import { serverNow } from "../lib/clock.js";
import { currentStep } from "../lib/steps.js";
import { Connection } from "./connection.js";
import { Drafts } from "./drafts.js";
import { Frames } from "./frames.js";
import { watchFingers } from "./hold.js";
import { Outbox } from "./outbox.js";
import { renewOnce } from "./renewal.js";
import { withOwnChanges } from "./returned.js";
import { Scene } from "./scene.js";
import { Shelf } from "./shelf.js";
import { Store } from "./store.js";

// seat, token: a facilitator speaks for somebody without a phone; what waits is kept apart from all others.
export function openRoom({ workshop, as, build, language, base, seat, token }) {
  const keeper = seat ? `seat-${seat}` : as;
  const store = new Store();
  const frames = new Frames(store);
  const you = signal({});
  const limits = signal({});
  const drafts = new Drafts(workshop, keeper);
  const refusals = signal(drafts.list("returned")); // what was refused and is offered back: [{entry, error, step}, ...]
  const answering = signal([]); // the forms on the screen that take back what was refused (lib/in-place.js)
  const draftsLaid = signal(0); // grows when a draft was changed by something else than typing
  const ready = signal(false); // the first snapshot is in

  const shelf = new Shelf(workshop, keeper);
  const outbox = new Outbox({
    shelf,
    transmit: (entry) => connection.transmit(entry),
    refused: (entry, error) => offer({ entry, error }),
  });
  const context = () => ({ log: workshop, me: you.peek().id ?? "", skew: serverNow() - Date.now() });
  const scene = new Scene(store, outbox.entries, context);
  const connection = new Connection({ workshop, as, token, language, frames, joined, lost: () => outbox.close() });
  outbox.load();

  // With the step that the room was in: there it is offered at once, later it waits in a line.
  const offer = (refusal) => keepRefusals([...refusals.peek(), { ...refusal, step: currentStep(scene)?.id }]);

  function keepRefusals(list) {
    const before = refusals.peek();
    refusals.value = list;
    drafts.setList("returned", withOwnChanges(drafts.list("returned"), before, list));
  }

  // Found by its op: what is typed into a refused form makes another object of it.
  const isOther = ({ entry: { op } }) => (other) => other.entry.op !== op;
  const amend = ({ entry: { op } }, more) =>
    keepRefusals(refusals.peek().map((each) => (each.entry.op === op ? { ...each, entry: { ...each.entry, fields: { ...each.entry.fields, ...more } } } : each)));

  async function joined(answer) {
    you.value = answer.you ?? {};
    limits.value = answer.limits ?? {};
    outbox.bucket.setLimits(limits.peek());
    ready.value = true;
    await outbox.loadedOrLate();
    if (connection.status.peek() === "live") outbox.open();
    renewOnce(answer.build, build, { entries: outbox.entries, lasting: shelf.lasting });
  }

  // What was typed stays while the page does, so that it can still be copied after the close.
  addEventListener("pagehide", () => {
    if (scene.one("workshop")?.state === "closed") drafts.forgetAll();
  });

  watchFingers();
  connection.watchPage();
  connection.open();
  return {
    workshop, as, seat, cookie: seat ? "facilitator" : as, language, base, scene, you, limits, refusals, ready,
    drafts, draftsLaid, answering,
    status: connection.status,
    refusal: connection.refusal,
    presence: connection.presence,
    entries: outbox.entries,
    late: computed(() => outbox.entries.value.filter((entry) => entry.late)),
    newId,
    send: (kind, fields = {}) => outbox.add(workshop, kind, fields),
    again: () => connection.check(),
    offer, amend,
    forgive: (refusal) => keepRefusals(refusals.peek().filter(isOther(refusal))),
    // Behind what someone is writing there, never in its place.
    layInDraft: (name, text) => {
      drafts.set(name, [drafts.get(name).trim(), text].filter(Boolean).join("\n"));
      draftsLaid.value++;
    },
    lasting: shelf.lasting,
    canonical: () => store.canonical(),
    seq: () => frames.seq,
  };
}
