// Closing is final, so it says what it means: what was never shown, and what people get.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { otherLead } from "../lib/lead.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { LooseEnds } from "./loose-ends.js";
import { TakeLead } from "./lead.js";

export function Closing({ room, onClose }) {
  const unshown = inOrder(room.scene).filter(isUnshown);
  const [reveal, setReveal] = useState(false);
  const [share, setShare] = useState(true);
  const close = () => {
    room.send("CloseWorkshop", { reveal: reveal ? unshown.map(({ id }) => id) : [], share });
    onClose();
  };
  if (otherLead(room)) return html`<${TakeLead} room=${room} onClose=${onClose} />`;
  return html`
    <${Dialog} title=${_("Close the workshop?")} onClose=${onClose}>
      <div class="dialog-body">
        <p>${_("It cannot be undone. Nobody can write or vote any more, and the report is saved.")}</p>
        ${unshown.length > 0 && html`<${NeverShown} room=${room} steps=${unshown} reveal=${reveal} onReveal=${setReveal} />`}
        <${LooseEnds} room=${room} />
        <label class="check"><input type="checkbox" checked=${share} onChange=${(event) => setShare(event.currentTarget.checked)} /> <span>${_("Share the results with those who took part")}</span></label>
      </div>
      <div class="dialog-actions"><button type="button" class="button" autofocus onClick=${onClose}>${_("Not yet")}</button>
        <button type="button" class="button button--primary" onClick=${close}>${_("Close the workshop")}</button></div>
    <//>`;
}

// A step that was begun and keeps its notes hidden.
function isUnshown(step) {
  return step.state !== "planned" && step.visibility === "private" && !step.revealed && !step.sealed;
}

function NeverShown({ room, steps, reveal, onReveal }) {
  const hidden = room.presence.value.counts?.unshown;
  const titles = steps.map(({ title }) => _("“%(words)s”", { words: title })).join(", ");
  if (hidden === 0) return null;
  return html`
    <fieldset class="field"><legend class="field-label">${hidden === undefined
        ? _("Notes in %(titles)s were never shown.", { titles })
        : ngettext("%(n)s note was never shown.", "%(n)s notes were never shown.", hidden)}</legend>
      <label class="check"><input type="radio" name="unshown" checked=${!reveal} onChange=${() => onReveal(false)} /> <span>${_("Leave them out. They are deleted.")}</span></label>
      <label class="check"><input type="radio" name="unshown" checked=${reveal} onChange=${() => onReveal(true)} /> <span>${_("Reveal them to everyone first.")}</span></label>
    </fieldset>`;
}
