// In which column a note may lie: the tap path of every drag.
import { columnsOf } from "../lib/columns.js";
import { Dialog } from "../lib/dialog.js";
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { Note } from "./note.js";

export function SortSheet({ room, step, id, onPut, onClose }) {
  const note = room.scene.get("note", id);
  if (!note) return null;
  const put = (column) => {
    onPut(id, column);
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${_("Move to…")} onClose=${onClose} over=${html`<ul class="notes"><${Note} room=${room} id=${id} /></ul>`}>
      <ul class="choices">
        ${columnsOf(step).map((column) => html`<${Choice} key=${column.id} column=${column} here=${column.id === note.column} onPut=${put} />`)}
      </ul>
      <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button></div>
    <//>`;
}

function Choice({ column, here, onPut }) {
  return html`
    <li><button type="button" class="choice" aria-disabled=${here ? "true" : undefined} onClick=${() => here || onPut(column.id)}>
      <span class="choice-title" dir="auto">${column.title}</span>
      ${here && html`<span class="choice-count">${_("is here already")}</span>`}
    </button></li>`;
}
