// A decision comes when it comes: it can be written down in any step.
import { html } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { _ } from "../lib/words.js";
import { DecisionForm } from "./decision-form.js";

export function Decide({ room, step, onClose }) {
  return html`<${Dialog} kept title=${_("Write a decision")} onClose=${onClose}><${DecisionForm} room=${room} step=${step} onClose=${onClose} /><//>`;
}
