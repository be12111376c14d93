// A decision comes when it comes: it can be written down in any step.
import { html } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { ANYWHERE } from "../lib/left-behind.js";
import { _ } from "../lib/words.js";
import { DecisionForm } from "./decision-form.js";

export function Decide({ room, step, onClose }) {
  return html`<${Dialog} kept title=${_("Write a decision")} onClose=${onClose}><${DecisionForm} room=${room} step=${step} draft="decision ${ANYWHERE}" onClose=${onClose} /><//>`;
}

// One that was refused, whole; where the one to change is gone it becomes a new one.
export function DecideAgain({ room, step, refused, onClose }) {
  const decision = room.scene.get("decision", refused.entry.fields.decision);
  return html`
    <${Dialog} kept title=${decision ? _("Change the decision") : _("Write a decision")} onClose=${onClose}>
      <${DecisionForm} room=${room} step=${step} decision=${decision} refused=${refused} held onClose=${onClose} /><//>`;
}
