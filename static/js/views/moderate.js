// Holding one note: a reason is asked for, because its writer reads it. Who wrote it is known to nobody here.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { heldWord } from "../lib/held.js";
import { Icon } from "../lib/icons.js";
import { typeWord } from "../lib/kinds.js";
import { useUnsent } from "../lib/typed.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export function Moderate({ room, id, onClose: away }) {
  const note = room.scene.get("note", id) ?? room.scene.get("parked", id);
  const [reason, setReason] = useState("");
  const [own, setOwn] = useState(false);
  const done = useUnsent(room, own && reason.trim() && { kind: "HideNote", fields: { note: id, reason: reason.trim() } });
  const onClose = () => {
    done();
    away();
  };
  if (!note) return null;
  const step = room.scene.get("step", note.step);
  const reply = (kind, said) => () => {
    room.send(kind, { note: id, reason: reason.trim() });
    say(said);
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${note.kind === "parked" ? _("Hide this thought?") : _("Hold this note?")} onClose=${onClose} over=${html`<${Words} note=${note} />`}>
      ${note.held && html`<${Held} room=${room} note=${note} step=${step} onClose=${onClose} />`}
      <form class="reasons" onSubmit=${(event) => event.preventDefault()}>
        <fieldset class="field"><legend class="field-label">${_("Why?")} <span class="field-hint">${_("– its writer reads this")}</span></legend><div class="reason-list">
          ${reasonsFor(note).map((words) => html`<${Reason} key=${words} chosen=${!own && reason === words} onChoose=${() => { setOwn(false); setReason(words); }}>${words}<//>`)}
          <${Reason} chosen=${own} onChoose=${() => { setOwn(true); setReason(""); }}>${_("In your own words")}<//>
        </div></fieldset>
        ${own && html`<div class="field"><label class="field-label" for="own-reason">${_("Your reason")}</label>
          <input class="field-input" id="own-reason" value=${reason} autofocus autocomplete="off" dir="auto" maxlength="280" onInput=${(event) => setReason(event.currentTarget.value)} /></div>`}
        <div class="sheet-actions">
          <${Hold} icon="eye-off" ready=${reason.trim()} onPress=${reply("HideNote", _("Hidden. Its writer reads the reason."))}>${_("Hide it")}<//>
          ${canReturn(note, step) && html`<${Hold} icon="undo-2" ready=${reason.trim()} onPress=${reply("ReturnNote", _("Returned. Its writer reads the reason, and can change the note."))}>${_("Return it")}<//>`}
          <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
        </div>
        <p class="small">${note.kind === "parked" ? _("The room does not see it any more, and no report holds it. Every act is on record.") : _("Hidden: the room does not see it. Returned: its writer can change it, and you look again. Every act is on record.")}</p>
      </form>
    <//>`;
}

// A sealed note is nobody's any more, so nobody could change it.
// What is parked has nobody who could change it, only who can take it back.
const canReturn = (note, step) => note.kind === "note" && !step?.sealed && note.held !== "returned";

// What nobody can change is held for what it does, not for how it is written.
const reasonsFor = ({ kind }) => (kind === "parked" ? reasons().slice(0, 2) : reasons());

const reasons = () => [
  _("It points to a person."),
  _("It could hurt someone here."),
  _("It is about another question."),
  _("I do not understand it yet. Say a little more."),
  _("It holds several thoughts. Make one note of each."),
];

function Words({ note }) {
  return html`<p class="held-words" dir="auto" data-type=${note.type}>${_("“%(words)s”", { words: note.text })} <span class="small">${note.type ? typeWord(note.type) : _("In the parking lot")}</span></p>`;
}

function Held({ room, note, step, onClose }) {
  const shown = step?.revealed || note.kind === "parked" ? _("The room sees it at once.") : _("It comes with the others at the reveal.");
  return html`
    <div class="held-now"><p><b>${heldWord(note)}</b>${note.reason && html` <span dir="auto">${note.reason}</span>`}</p>
      <p><${Act} room=${room} kind="ShowNote" fields=${{ note: note.id }} icon="eye" class="button button--small" onSent=${onClose}>${_("Show it")}<//> <span class="small">${shown}</span></p></div>`;
}

function Reason({ chosen, onChoose, children }) {
  return html`<label class="form-choice"><input type="radio" name="reason" checked=${chosen} onChange=${onChoose} /><span>${children}</span></label>`;
}

function Hold({ icon, ready, onPress, children }) {
  return html`<button type="button" class="button" aria-disabled=${ready ? undefined : "true"} onClick=${() => ready && onPress()}><${Icon} name=${icon} />${children}</button>`;
}
