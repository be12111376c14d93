// What stands over a group of notes: the column's own words, the tray's, or how far the notes have come.
import { isTray } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { trayWord } from "../lib/kinds.js";
import { _ } from "../lib/words.js";

export function PaperHead({ group }) {
  return html`
    <h2 class="counted"><span dir="auto">${groupWord(group)}</span> <span class="count">${group.notes.length}</span></h2>
    ${group.hint && html`<p class="small column-hint" dir="auto">${group.hint}</p>`}`;
}

export function groupWord({ id, column, title, type }) {
  if (column !== undefined) return title || _("In no column yet");
  if (isTray({ id })) return trayWord(type);
  if (title) return title;
  return { hidden: _("Your notes"), coming: _("Not shown yet"), held: _("Hidden or returned"), shown: _("All notes") }[id];
}
