import { _ } from "./words.js";

// The notes and parked thoughts that a facilitator has hidden or returned; those that were changed since come first.
export function heldNotes(scene) {
  const held = [...scene.all("note"), ...scene.all("parked")].filter((each) => each.held);
  return held.sort((a, b) => (b.held === "changed") - (a.held === "changed"));
}

// Whether a facilitator may hold it: what the room sees, and before the reveal where the step says so.
export function isModerable(scene, { readers, step }) {
  return readers === "all" || readers === "held" || (readers === "facilitator" && Boolean(scene.get("step", step)?.moderated));
}

export function heldWord({ held }) {
  return { hidden: _("Hidden."), returned: _("Returned."), changed: _("Changed by its writer. Look again.") }[held] ?? "";
}
