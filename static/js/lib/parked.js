// The parking lot: what lies in it, and what becomes of each thought.
import { _ } from "./words.js";

export function isAboutParking(step) {
  return step.layout === "talk" && step.setup?.subject === "parking";
}

// What all may read: a facilitator, and who parked it, have what is held as well.
export function inTheLot(scene) {
  return scene.all("parked").filter(({ readers }) => readers === "all");
}

export const FATES = ["action", "ask", "next", "answered", "dropped"];

export function becomesWord(becomes) {
  return {
    action: _("An action"),
    ask: _("Somebody who is not here is asked"),
    next: _("For the next workshop"),
    answered: _("Answered"),
    dropped: _("We let it go"),
  }[becomes] ?? "";
}

// What becomes of it, and the word on that; empty where nobody has said.
export function became({ becomes, word }) {
  return [becomesWord(becomes), word].filter(Boolean).join(": ");
}
