// What a facilitator does with a parked thought: says what becomes of it, hides it, or takes the own one back.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { becomesWord, FATES } from "../lib/parked.js";
import { _ } from "../lib/words.js";
import { TakeOut } from "./take-out.js";

const moderate = () => import("./moderate.js");

// The button beside a thought, and the sheet that it opens.
export function ParkedTools({ room, thought }) {
  const [open, setOpen] = useState(false);
  const { text, becomes } = thought;
  const label = becomes ? _("Change it: “%(text)s”", { text }) : _("What becomes of it? “%(text)s”", { text });
  return html`
    <button type="button" class="button button--small" aria-label=${label} aria-haspopup="dialog" onClick=${() => setOpen(true)}>${becomes ? _("Change it") : _("What becomes of it?")}</button>
    ${open && html`<${ParkedMenu} room=${room} id=${thought.id} onClose=${() => setOpen(false)} />`}`;
}

function ParkedMenu({ room, id, onClose }) {
  const [hiding, setHiding] = useState(false);
  const thought = room.scene.get("parked", id);
  if (!thought) return null;
  if (hiding) return html`<${Later} load=${moderate} name="Moderate" beside room=${room} id=${id} onClose=${onClose} />`;
  return html`
    <${Dialog} kept sort="sheet" title=${_("What becomes of it?")} onClose=${onClose} over=${html`<p class="held-words" dir="auto">${_("“%(words)s”", { words: thought.text })}</p>`}>
      <${Fate} room=${room} thought=${thought} onClose=${onClose} />
      <div class="sheet-actions">
        <button type="button" class="button" onClick=${() => setHiding(true)}><${Icon} name="eye-off" />${_("Hide it")}</button>
        <${TakeOut} room=${room} thought=${thought} onSent=${onClose} />
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function Fate({ room, thought, onClose }) {
  const draft = `word ${thought.id}`;
  const [becomes, setBecomes] = useState(thought.becomes);
  const [word, setWord] = useState(() => room.drafts.get(draft) || thought.word);
  const typed = ({ currentTarget: { value } }) => {
    setWord(value);
    room.drafts.set(draft, value);
  };
  const save = (event) => {
    event.preventDefault();
    if (!room.send("SettleParked", { parked: thought.id, becomes, word: becomes ? word.trim() : "" })) return;
    room.drafts.set(draft, "");
    say(_("Saved."));
    onClose();
  };
  return html`
    <form class="form reasons" onSubmit=${save}>
      <fieldset class="field"><legend class="visually-hidden">${_("What becomes of it?")}</legend><div class="reason-list">
        ${["", ...FATES].map((fate) => html`<label class="form-choice" key=${fate}><input type="radio" name="fate" checked=${becomes === fate} onChange=${() => setBecomes(fate)} /><span>${becomesWord(fate) || _("Not said yet")}</span></label>`)}
      </div></fieldset>
      ${becomes && html`<div class="field"><label class="field-label" for="fate-word">${_("A word on it")} <span class="field-hint">${_("– if you like")}</span></label>
        <input class="field-input" id="fate-word" value=${word} autocomplete="off" dir="auto" maxlength="280" onInput=${typed} /></div>`}
      <div class="buttons"><button type="submit" class="button button--primary">${_("Save")}</button></div>
    </form>`;
}
