// A room to look at, not to act in: made of the facilitator's records, as a participant would see one step.
import { computed, signal } from "../lib/html.js";
import { _ } from "../lib/words.js";

// Kinds that everyone sees. What is not named here is not shown: a preview must not tell more than a phone.
const SHARED = ["workshop", "step", "note", "cluster", "round", "action", "decision", "parked", "timer", "spotlight", "poll", "cycle"];
const ME = "preview";

export function previewRoom(room, id) {
  const kept = new Map(); // drafts, for as long as the preview stands
  const refusals = signal([]);
  const nothingSent = () => {
    const error = { code: "preview", message: _("This is a preview. Nothing is sent.") };
    refusals.value = [{ entry: { op: room.newId(), kind: "Preview", fields: {} }, error }];
    return "";
  };
  return {
    ...room,
    as: "participant", // the cookie that is asked with stays the facilitator's
    scene: new SeenByAll(room.scene, id),
    you: signal({ id: ME }),
    presence: computed(() => ({ here: room.presence.value.here })),
    entries: signal([]),
    late: signal([]),
    refusals,
    answering: signal([]),
    drafts: {
      get: (name) => kept.get(name) ?? "",
      set: (name, text) => kept.set(name, text),
      names: () => [...kept.keys()],
      list: () => [],
      setList: () => {},
      forgetAll: () => kept.clear(),
    },
    draftsLaid: signal(0),
    send: nothingSent,
    offer: () => {},
    amend: () => {},
    forgive: () => (refusals.value = []),
    layInDraft: () => {},
  };
}

// The facilitator's records with the step as the room's, and without what a participant would not have.
class SeenByAll {
  #scene;
  #id;

  constructor(scene, id) {
    this.#scene = scene;
    this.#id = id;
  }

  get(kind, id) {
    if (kind === "participant" && id === ME) return { kind, id, name: "", role: "participant" };
    return this.#seen(kind, this.#scene.get(kind, id));
  }

  all(kind) {
    if (kind === "paper") return this.#papers();
    if (kind === "timer") return [this.#timer()];
    return SHARED.includes(kind) ? this.#scene.all(kind).map((record) => this.#seen(kind, record)).filter(Boolean) : [];
  }

  saved(kind) {
    return this.all(kind);
  }

  one(kind) {
    return this.all(kind)[0];
  }

  #seen(kind, record) {
    if (!record || !SHARED.includes(kind)) return undefined;
    if (kind === "workshop") return { ...record, state: "running", step: this.#id };
    if (kind === "note" || kind === "parked") return record.readers === "all" ? record : undefined;
    if (kind !== "step") return record;
    const shared = { ...record, script: [], left_out: 0 };
    if (record.id === this.#id) return { ...shared, state: "open" };
    return record.state === "planned" ? { ...shared, prompt: "", half_time: "", setup: {} } : shared;
  }

  // Who looks may vote, or the vote would not be seen.
  #papers() {
    return this.#scene.all("round").map((round) => ({ kind: "paper", id: `${ME} ${round.id}`, round: round.id, participant: ME, late: false }));
  }

  #timer() {
    const timer = this.#scene.one("timer");
    if (timer?.step === this.#id && this.#scene.one("workshop")?.step === this.#id) return timer;
    const minutes = this.#scene.get("step", this.#id)?.minutes ?? 0;
    return { kind: "timer", id: "timer", step: this.#id, state: "stopped", ends_at: "", left: minutes * 60 };
  }
}
