// A table on the console: its rows and what they were taken from, the marks, and what the room keeps.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { scoringOf } from "../lib/marks.js";
import { fieldsOf, rowsOf } from "../lib/table.js";
import { _, ngettext } from "../lib/words.js";
import { AddRow } from "./add-row.js";
import { fromWall } from "./compared.js";
import { Weighing } from "./console-weighing.js";
import { Rows } from "./rows.js";

export function Stage({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  return html`
    ${scoring && html`<${Weighing} room=${room} step=${step} scoring=${scoring} />`}
    <${Written} room=${room} step=${step} folded=${Boolean(scoring)} />`;
}

function Written({ room, step, folded }) {
  const rows = rowsOf(room.scene, step);
  if (!fieldsOf(step).length) return html`<p class="empty">${_("This table has no fields yet. Give it some in the plan.")}</p>`;
  // What was refused opens again inside.
  const waits = room.refusals.value.some(({ entry }) => /^(Add|Change)Row$/.test(entry.kind));
  const table = html`
    <div class="table-adding"><${AddRow} key=${step.id} room=${room} step=${step} /><${Take} room=${room} step=${step} /></div>
    <${Rows} room=${room} step=${step} may=${() => true} />
    ${rows.length === 0 && html`<p class="empty">${_("No rows yet. The room writes them on the phones.")}</p>`}`;
  if (folded) return html`<details class="more" open=${waits || undefined}><summary>${_("The whole table")} <span class="count">${rows.length}</span></summary>${table}</details>`;
  return html`<section class="section"><h2 class="counted">${ngettext("Row", "Rows", rows.length)} <span class="count">${rows.length}</span></h2>${table}</section>`;
}

// What the room has grouped becomes rows, each once.
function Take({ room, step }) {
  const [open, setOpen] = useState(false);
  const taken = new Set(rowsOf(room.scene, step).map(({ about }) => about));
  const left = fromWall(room.scene, step).filter(({ item }) => !taken.has(item));
  if (!left.length) return null;
  return html`
    <button type="button" class="button button--wide" onClick=${() => setOpen(true)}><${Icon} name="copy" />${_("Take rows from the clusters")}</button>
    ${open && html`<${Pick} room=${room} step=${step} left=${left} onClose=${() => setOpen(false)} />`}`;
}

function Pick({ room, step, left, onClose }) {
  const [picked, setPicked] = useState(() => new Set());
  const toggle = (item) => setPicked(new Set(picked.has(item) ? [...picked].filter((each) => each !== item) : [...picked, item]));
  const take = () => {
    for (const { item } of left) if (picked.has(item)) room.send("AddRow", { id: room.newId(), step: step.id, cells: {}, about: item });
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" long title=${_("Which of these are options?")} onClose=${onClose}>
      <fieldset class="checks"><legend class="visually-hidden">${_("Clusters and notes")}</legend>
        ${left.map(({ item, title }) => html`
          <label class="check" key=${item}><input type="checkbox" checked=${picked.has(item)} onChange=${() => toggle(item)} /> <span dir="auto">${title}</span></label>`)}</fieldset>
      <div class="sheet-actions"><button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
        <button type="button" class="button button--primary" aria-disabled=${picked.size ? undefined : "true"} onClick=${() => picked.size && take()}>${ngettext("Take %(n)s row", "Take %(n)s rows", picked.size)}</button></div>
    <//>`;
}
