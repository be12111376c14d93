// The next version of a form. What is typed is kept until it is sent, and comes back if it is refused.
import { fieldsOf } from "../lib/forms.js";
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { refusalWords } from "../lib/refusals.js";
import { notesHere } from "../lib/steps.js";
import { isTyping, useTyped } from "../lib/typed.js";
import { _ } from "../lib/words.js";
import { Said } from "./said.js";

// now: the version that this one follows. refused: {entry, error} of the last try. focus: someone has just asked for it.
export function SheetForm({ room, step, now, refused, focus, onClose }) {
  const { typed, put: set, letGo } = useTyped(room, `sheet ${step.id}`, begun(step, now, refused), { refused });
  const [missing, setMissing] = useState(false);
  const [seen] = useState(now?.id);
  const first = useRef(null);
  const name = refused?.entry.op ?? "sheet";
  useEffect(() => void ((focus || (refused && !isTyping())) && first.current?.focus()), []);
  useEffect(() => void (refused && sayError(refusalWords(refused.error))), []);
  const put = (field) => (event) => set({ values: { ...typed.values, [field]: event.currentTarget.value } });
  const close = () => {
    letGo();
    onClose?.();
  };
  const send = (event) => {
    event.preventDefault();
    if (!Object.values(typed.values).some((text) => text.trim())) {
      sayError(_("Write in one of the fields at least."));
      return setMissing(true);
    }
    room.send("SaveSheet", { id: room.newId(), step: step.id, ...typed, before: now?.id ?? "" });
    say(_("Saved."));
    return close();
  };
  return html`
    <form class="form card" onSubmit=${send}>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}
      ${now && now.id !== seen && html`<${Newer} room=${room} sheet=${now} />`}
      ${fieldsOf(step).map((field, n) => html`<${Box} key=${field.id} id="${name}-${field.id}" field=${field} value=${typed.values[field.id] ?? ""} box=${n ? undefined : first} onInput=${put(field.id)} />`)}
      ${missing && html`<p class="field-error"><${Icon} name="triangle-alert" />${_("Write in one of the fields at least.")}</p>`}
      ${now && html`<${Box} id="${name}-reason" field=${{ title: _("Why this version?"), hint: _("one sentence") }} value=${typed.reason} onInput=${(event) => set({ reason: event.currentTarget.value })} />`}
      <${Insights} room=${room} step=${step} chosen=${typed.insights} onChoose=${(insights) => set({ insights })} />
      <div class="buttons"><button type="button" class="button" onClick=${close}>${refused ? _("Discard") : _("Back")}</button>
        <button type="submit" class="button button--primary">${now ? _("Save as version %(n)s", { n: now.version + 1 }) : _("Save")}</button></div>
    </form>`;
}

// Came while this one was being written: it is read before anything is saved after it.
function Newer({ room, sheet }) {
  return html`
    <section class="card card--wait" role="status"><h3>${_("Someone has saved version %(n)s meanwhile. Read it, then save yours as the next one.", { n: sheet.version })}</h3>
      <${Said} room=${room} sheet=${sheet} /></section>`;
}

function Box({ id, field, value, box, onInput }) {
  const { title, hint, form } = field;
  return html`
    <div class="field"><label class="field-label" for=${id} dir="auto">${title} ${hint && html`<span class="field-hint">– ${hint}</span>`}</label>
      ${form === "text" ? html`<textarea class="field-input" id=${id} rows="2" dir="auto" ref=${box} value=${value} onInput=${onInput}></textarea>`
        : html`<input class="field-input" id=${id} type=${form === "date" ? "date" : "text"} dir="auto" autocomplete=${form === "person" ? "name" : "off"} ref=${box} value=${value} onInput=${onInput} />`}</div>`;
}

// The notes that moved it, among those that all have seen here.
function Insights({ room, step, chosen, onChoose }) {
  const notes = notesHere(room.scene, step).filter(({ readers }) => readers === "all");
  if (!notes.length) return null;
  const turn = (id) => () => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return html`
    <details class="more"><summary>${_("Which notes moved it?")} <span class="count">${chosen.length}</span></summary>
      <div class="insights">${notes.map(({ id, text }) => html`<label key=${id} class="check"><input type="checkbox" checked=${chosen.includes(id)} onChange=${turn(id)} /> <span dir="auto">${text}</span></label>`)}</div></details>`;
}

function begun(step, now, refused) {
  const fields = fieldsOf(step).map(({ id }) => id);
  const values = Object.fromEntries(fields.map((id) => [id, now?.values[id] ?? ""]));
  const { values: written, reason = "", insights = [] } = refused?.entry.fields ?? {};
  return { values: { ...values, ...written }, reason, insights };
}
