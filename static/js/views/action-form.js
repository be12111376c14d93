// One action to write or change. What is typed is kept until it is sent.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { today } from "../lib/promises.js";
import { refusalWords } from "../lib/refusals.js";
import { isTyping, useTyped } from "../lib/typed.js";
import { _ } from "../lib/words.js";

const EMPTY = { what: "", who: "", due: "", first_step: "", helpers: "", daily: "" };
const MORE = ["helpers", "daily"]; // folded away until they are wanted

// action: the one to change; without it a new one in `step`. refused: {entry, error} of the last try.
// focus: someone has just asked for it.
export function ActionForm({ room, step, action, refused, about = "", focus = false, onClose }) {
  const begin = { ...EMPTY, ...named(action), ...named(refused?.entry.fields) };
  const { typed, put, letGo } = useTyped(room, `action ${action?.id ?? step.id}`, begin, { refused });
  const [missing, setMissing] = useState(false);
  const first = useRef(null);
  useEffect(() => void ((focus || (refused && !isTyping())) && first.current.focus()), []);
  useEffect(() => void (refused && sayError(refusalWords(refused.error))), []);
  const prefix = action?.id ?? refused?.entry.op ?? "new";
  const type = (name) => (event) => put({ [name]: event.currentTarget.value });
  const close = () => {
    letGo();
    onClose?.();
  };
  const send = (event) => {
    event.preventDefault();
    if (!typed.what.trim()) {
      sayError(_("Write what will be done."));
      return setMissing(true);
    }
    if (action) room.send("ChangeAction", { action: action.id, ...changed(action, typed) });
    else room.send("AddAction", { id: room.newId(), step: step.id, ...typed, about: refused?.entry.fields.about || about });
    say(_("Saved."));
    return close();
  };
  const field = (name, label, hint, more) => html`
    <div class="field ${missing && name === "what" ? "field--wrong" : ""}">
      <label class="field-label" for="${name}-${prefix}">${label} <span class="field-hint">${hint}</span></label>
      <input class="field-input" id="${name}-${prefix}" value=${typed[name]} dir="auto" autocomplete="off" onInput=${type(name)} ...${more} />
      ${missing && name === "what" && html`<p class="field-error"><${Icon} name="triangle-alert" />${_("Write what will be done.")}</p>`}
    </div>`;
  return html`
    <form class="form card" onSubmit=${send}>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}
      ${field("what", _("What"), _("– begin with a verb"), { ref: first })}
      <div class="fields">${field("who", _("Who"), _("– one person"), {})}${field("due", _("By when"), "", { type: "date", min: today() })}</div>
      ${field("first_step", _("First step"), _("– if you like"), {})}
      <details class="more" open=${MORE.some((name) => typed[name])}><summary>${_("Helpers and the normal week")}</summary>
        <div class="form">${field("helpers", _("Who helps"), "", {})}${field("daily", _("How does it fit the normal week?"), "", {})}</div></details>
      <div class="buttons"><button type="button" class="button" onClick=${close}>${refused ? _("Discard") : _("Back")}</button>
        <button type="submit" class="button button--primary">${action ? _("Save") : _("Add")}</button></div>
    </form>`;
}

function named(fields = {}) {
  return Object.fromEntries(Object.keys(EMPTY).filter((name) => name in fields).map((name) => [name, fields[name]]));
}

// Only what was changed is sent: changing the name would take the action from who took it on.
function changed(action, typed) {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => action[name] !== value.trim()).map(([name, value]) => [name, value.trim()]));
}
