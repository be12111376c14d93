// The rows of a table: what each is called, what else is told of it, and what speaks for and against it.
import { html, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { dateShown } from "../lib/fmt.js";
import { useFocusBack } from "../lib/focus-back.js";
import { memo } from "../lib/memo.js";
import { choiceOn, fieldsOf, rowName, rowsOf, sidesOf, strayNotes } from "../lib/table.js";
import { Ask } from "../lib/dialog.js";
import { useRefused } from "../lib/in-place.js";
import { _ } from "../lib/words.js";
import { ChoiceMark } from "./chosen.js";
import { useFinding } from "./find-things.js";
import { Note } from "./note.js";
import { RowForm } from "./row-form.js";
import { Sides } from "./sides.js";

const asWritten = (text) => text;

// may(row): whether this person changes the row. writes: whether for and against can be written here.
export function Rows({ room, step, may, writes = false }) {
  const { shown, field } = useFinding(rowsOf(room.scene, step), (row) => Object.values(row.cells).join(" "));
  return html`
    ${field}
    <ul class="rows">${shown.map((row) => html`<${Row} key=${row.id} room=${room} step=${step} row=${row} may=${may?.(row)} writes=${writes} />`)}</ul>
    <${Stray} room=${room} step=${step} />`;
}

function Drawn({ room, step, row, may, writes }) {
  const [changing, setChanging] = useState(false);
  const [refused] = useRefused(room, "ChangeRow", (fields) => Boolean(may) && fields.row === row.id);
  const opener = useFocusBack(Boolean(changing || refused));
  if (refused) return html`<li class="row"><${RowForm} key=${refused.entry.op} room=${room} step=${step} row=${row} refused=${refused} /></li>`;
  if (changing) return html`<li class="row"><${RowForm} key="change" room=${room} step=${step} row=${row} focus onClose=${() => setChanging(false)} /></li>`;
  const name = rowName(step, row);
  return html`
    <li class="row ${row.pending ? "row--pending" : ""}" data-id=${row.id} data-choice=${choiceOn(room.scene, step, row.id).choice || undefined}>
      <${RowWords} room=${room} step=${step} row=${row} />
      ${row.pending === "late" && html`<p class="note-state"><${Icon} name="clock" /> ${_("Not saved yet")}</p>`}
      ${step.types.includes("pro") && html`<${Sides} room=${room} step=${step} row=${row} name=${name} writes=${writes} />`}
      ${may && html`<div class="buttons">
        <button type="button" class="button button--small" ref=${opener} aria-label=${_("Change “%(what)s”", { what: name })} onClick=${() => setChanging(true)}><${Icon} name="pencil" />${_("Change")}</button>
        ${!row.nothing && html`<${Remove} room=${room} row=${row} name=${name} />`}</div>`}
    </li>`;
}

// A hundred rows may stand in a table: each is drawn again only for its own sake.
const Row = memo(Drawn);

// words(text): how they are set (the board parts long ones).
export function RowWords({ room, step, row, words = asWritten }) {
  const [, ...rest] = fieldsOf(step);
  const told = rest.filter(({ id }) => row.cells[id]);
  return html`
    <h2 class="row-name" dir="auto">${words(rowName(step, row))}</h2>
    <${ChoiceMark} scene=${room.scene} step=${step} item=${row.id} />
    ${told.length > 0 && html`<dl class="row-cells">${told.map((field) => html`
      <div key=${field.id}><dt>${field.title}</dt><dd dir="auto">${field.form === "date" ? dateShown(row.cells[field.id], room.language) : words(row.cells[field.id])}</dd></div>`)}</dl>`}
    ${row.name && html`<p class="row-by" dir="auto">${row.name}</p>`}`;
}

function Remove({ room, row, name }) {
  const [asking, setAsking] = useState(false);
  return html`
    <button type="button" class="button button--small button--quiet" aria-label=${_("Remove “%(what)s”", { what: name })} onClick=${() => setAsking(true)}><${Icon} name="trash-2" />${_("Remove")}</button>
    ${asking && html`<${Ask} title=${_("Remove this row?")} yes=${_("Remove")} no=${_("Keep it")} onClose=${() => setAsking(false)}
      onYes=${() => room.send("RemoveRow", { row: row.id })}><p dir="auto">${name}</p><//>`}`;
}

// What was written of a row stays when the row goes.
function Stray({ room, step }) {
  const notes = strayNotes(room.scene, step);
  if (!notes.length) return null;
  return html`
    <section class="section"><h2>${_("Of rows that are gone")}</h2>
      <ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul></section>`;
}
