// The spotlight: one thing that every screen shows large. What stands in it, in words, and how to put a thing there.
import { say } from "./announce.js";
import { _ } from "./words.js";

export function shine(room, of, item = "") {
  room.send("Spotlight", { of, item });
  say(_("Every screen shows it now."));
}

// What stands in the light now, or an empty text.
export function litWords({ scene }) {
  const lit = scene.one("spotlight");
  if (!lit) return "";
  if (lit.of === "purpose") return scene.one("workshop").purpose;
  const thing = scene.get(lit.of, lit.item);
  return thing?.text ?? (thing?.title || _("No name yet"));
}
