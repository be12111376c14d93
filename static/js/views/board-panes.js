// Lists of notes beside each other on the board, each under its own words; trays stand at the right.
import { columnsOf } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { evenly } from "../lib/paging.js";
import { softened } from "../lib/text.js";
import { Note } from "./note.js";
import { groupWord } from "./paper-head.js";

const A_SHEET = 5; // panes beside each other, trays with them
const FEW = 1; // notes in a tray of half the height

// box: what useFit measures. panes and trays: groups as the layouts have them.
export function BoardPanes({ room, box, panes, trays, rising = false }) {
  const look = ["notes", rising && "notes--reveal"].filter(Boolean).join(" ");
  const sheets = evenly(panes, A_SHEET - (isFew(trays) ? Math.min(1, trays.length) : trays.length));
  const pane = (group) => html`<${Pane} key=${group.id} room=${room} group=${group} look=${look} />`;
  return html`
    <div class="wall panes" data-panes=${sheets[0].length} ref=${box}>
      <div class="panes-sheets">${sheets.map((sheet, n) => html`<div class="panes-sheet" key=${n}>${sheet.map(pane)}</div>`)}</div>
      ${trays.length > 0 && html`<div class="panes-trays" data-few=${isFew(trays) ? "" : undefined}>${trays.map(pane)}</div>`}
    </div>`;
}

// So few that the trays may stand on one another; else each has the whole height.
function isFew(trays) {
  return trays.every(({ notes }) => notes.length <= FEW);
}

// A wall beside trays needs no heading of its own.
function Pane({ room, group, look }) {
  return html`
    <section class="pane" data-group=${group.id}>
      ${group.id !== "shown" && html`<h2 class="pane-head"><span dir="auto">${softened(groupWord(group))}</span> <span class="count">${group.notes.length}</span></h2>`}
      <div class="pane-box"><ul class=${look}>${group.notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${softened} />`)}</ul></div>
    </section>`;
}

// The prompts of the columns, while people write alone.
export function Prompts({ step }) {
  const columns = columnsOf(step);
  if (!columns.length) return null;
  return html`
    <ul class="writing-columns">
      ${columns.map(({ id, title, hint }) => html`<li key=${id}><b dir="auto">${softened(title)}</b>${hint && html` <span dir="auto">${softened(hint)}</span>`}</li>`)}
    </ul>`;
}
