// Who can read what is being written, said before the first word, as the server keeps it.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function Readers({ step }) {
  return html`<p class="promise"><${Icon} name=${step.visibility === "private" && !step.revealed ? "eye-off" : "eye"} /><span><b>${whoReads(step)}</b> ${names(step)}</span></p>`;
}

function whoReads(step) {
  if (step.visibility !== "private" || step.revealed) return _("Everyone sees this at once.");
  if (step.readers === "facilitator") return _("Only you and the facilitator see this until we reveal.");
  return _("Only you see this until we reveal.");
}

function names(step) {
  if (step.setup?.in_groups && step.anonymous) return _("Notes get no name, but everyone sees which group they are from.");
  if (!step.anonymous) return _("Notes carry your name, if you gave one.");
  if (step.sealed) return _("Notes get no name. The link to you is deleted.");
  return _("Notes get no name. Until the step is sealed you can change yours; then the link is deleted.");
}
