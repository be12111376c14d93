// One row to write or change, in the fields that the step asks for. What is typed is kept until it is sent.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { refusalWords } from "../lib/refusals.js";
import { fieldsOf } from "../lib/table.js";
import { graphemes } from "../lib/text.js";
import { isTyping, useTyped } from "../lib/typed.js";
import { _ } from "../lib/words.js";

// row: the one to change; without it a new one. refused: {entry, error} of the last try. focus: someone has just asked for it.
export function RowForm({ room, step, row, refused, focus = false, onClose }) {
  const fields = fieldsOf(step);
  const begin = { ...row?.cells, ...refused?.entry.fields.cells };
  const { typed, put, letGo } = useTyped(room, `row ${row?.id ?? step.id}`, begin, { refused, into: (cells) => ({ cells }) });
  const [wrong, setWrong] = useState("");
  const first = useRef(null);
  const name = row?.id ?? refused?.entry.op ?? "new";
  useEffect(() => void ((focus || (refused && !isTyping())) && first.current?.focus()), []);
  useEffect(() => void (refused && sayError(refusalWords(refused.error))), []);
  const type = (id) => ({ currentTarget }) => {
    setWrong("");
    put({ [id]: currentTarget.value });
  };
  const close = () => {
    letGo();
    onClose?.();
  };
  const send = (event) => {
    event.preventDefault();
    const error = whatIsWrong(fields, typed, room.limits.value);
    setWrong(error?.id ?? "");
    if (error) {
      sayError(error.words);
      return;
    }
    const cells = Object.fromEntries(fields.map(({ id }) => [id, (typed[id] ?? "").trim()]));
    if (row) room.send("ChangeRow", { row: row.id, cells: changed(row, cells) });
    else room.send("AddRow", { id: room.newId(), step: step.id, cells: filled(cells) });
    say(_("Saved."));
    close();
  };
  return html`
    <form class="form card" onSubmit=${send}>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}
      ${fields.map((field, n) => html`
        <${Cell} key=${field.id} field=${field} id="cell-${name}-${field.id}" value=${typed[field.id] ?? ""} onType=${type(field.id)}
          fieldRef=${n ? undefined : first} error=${wrong === field.id && whatIsWrong(fields, typed, room.limits.value)?.words} />`)}
      <div class="buttons"><button type="button" class="button" onClick=${close}>${refused ? _("Discard") : _("Back")}</button>
        <button type="submit" class="button button--primary">${row ? _("Save") : _("Add")}</button></div>
    </form>`;
}

function Cell({ field, id, value, onType, fieldRef, error }) {
  const more = { id, value, dir: "auto", class: "field-input", autocomplete: "off", ref: fieldRef, onInput: onType, "aria-invalid": error ? "true" : undefined };
  return html`
    <div class="field ${error ? "field--wrong" : ""}">
      <label class="field-label" for=${id}>${field.title} ${field.hint && html`<span class="field-hint">– ${field.hint}</span>`}</label>
      ${field.form === "text" ? html`<textarea rows="2" ...${more}></textarea>` : html`<input type=${field.form === "date" ? "date" : "text"} ...${more} />`}
      ${error && html`<p class="field-error"><${Icon} name="triangle-alert" />${error}</p>`}
    </div>`;
}

// The first thing that would be refused: {id of the field, words}.
function whatIsWrong(fields, typed, { title_graphemes = 120, note_graphemes = 280 }) {
  const [first] = fields;
  if (first && !(typed[first.id] ?? "").trim()) return { id: first.id, words: _("Write something here: it is what the row is called.") };
  for (const { id, form } of fields) {
    const limit = form === "text" ? note_graphemes : title_graphemes;
    const length = graphemes((typed[id] ?? "").trim());
    if (length > limit) return { id, words: _("That is %(length)s characters, and %(limit)s fit. Shorten it, or make two.", { length, limit }) };
  }
  return null;
}

function filled(cells) {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text));
}

function changed(row, cells) {
  return Object.fromEntries(Object.entries(cells).filter(([id, text]) => text !== (row.cells[id] ?? "")));
}
