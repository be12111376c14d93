// Where a note, or several, may go: the tap path of every drag.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Choices } from "./choices.js";
import { Note } from "./note.js";

const SHOWN = 1; // notes that stand over the sheet: the title says how many there are

export function MoveSheet({ room, step, ids, groups, onPut, onDone, onClose }) {
  const [copying, setCopying] = useState(false);
  const notes = ids.map((id) => room.scene.get("note", id)).filter(Boolean);
  if (!notes.length) return null;
  const at = new Map(groups.flatMap((group) => group.notes.map(({ id }) => [id, group.id])));
  const places = new Set(ids.map((id) => at.get(id) ?? ""));
  const here = places.size === 1 ? [...places][0] : "";
  const one = notes.length === 1 ? notes[0] : null;
  const then = (work) => (...given) => {
    work(...given);
    onClose();
  };
  const put = then((cluster) => onPut(ids, cluster));
  const copy = then((cluster) => {
    room.send("CopyNote", { id: room.newId(), step: step.id, note: one.id, cluster });
    say(_("Copied. It lies in both now."));
  });
  const anew = then(() => {
    room.send("AddCluster", { id: room.newId(), step: step.id, title: "", notes: ids });
    say(one ? _("A new cluster, with this note in it.") : _("A new cluster, with these notes in it."));
    onDone();
  });
  const over = html`<ul class="notes">${notes.slice(0, SHOWN).map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul>`;
  if (copying) {
    return html`
      <${Dialog} key="copy" sort="sheet" title=${_("Copy to…")} onClose=${onClose} over=${over}>
        <p>${_("It belongs in both? Then it lies in both, and nobody has to win.")}</p>
        <${Choices} groups=${groups} here=${liesIn(groups, one)} onChoose=${copy} />
        <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button></div>
      <//>`;
  }
  return html`
    <${Dialog} key="move" sort="sheet" title=${one ? _("Move to…") : ngettext("Move %(n)s note to…", "Move %(n)s notes to…", notes.length)} onClose=${onClose} over=${over}>
      <${Choices} groups=${groups} here=${new Set([here])} onChoose=${put} />
      <div class="sheet-actions">
        <button type="button" class="button" onClick=${anew}><${Icon} name="plus" />${_("New cluster")}</button>
        ${(here || places.size > 1) && html`<button type="button" class="button" onClick=${() => put("")}>${_("Leave alone")}</button>`}
        ${one && here && groups.length > 2 && html`<button type="button" class="button" onClick=${() => setCopying(true)}><${Icon} name="copy" />${_("Copy to another")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

// The clusters that the note lies in already, itself or as a copy.
function liesIn(groups, { id, copied }) {
  const first = copied || id;
  return new Set(groups.filter(({ notes }) => notes.some((note) => first === note.id || first === note.copied)).map((group) => group.id));
}
