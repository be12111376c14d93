// The spotlight: one thing that every screen shows large. What stands in it, in words, and how to put a thing there.
import { say } from "./announce.js";
import { litThing } from "./lit.js";
import { _ } from "./words.js";

export function shine(room, of, item = "") {
  light(room, { of, item });
}

export function shineOnCycle(room, number) {
  light(room, { of: "cycle", number });
}

function light(room, fields) {
  room.send("Spotlight", fields);
  say(_("Every screen shows it now."));
}

// What stands in the light now, or an empty text.
export function litWords({ scene }) {
  const thing = litThing(scene);
  if (!thing) return "";
  const { text, title, poll, step, notes } = thing;
  return text || title || poll?.question || step?.title || notes?.[0]?.text || _("No name yet");
}
