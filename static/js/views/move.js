// Where a note may go: the tap path of every drag.
import { html } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Note } from "./note.js";

export function MoveSheet({ room, step, id, groups, onPut, onClose }) {
  const note = room.scene.get("note", id);
  if (!note) return null;
  const clusters = groups.filter((group) => group.id);
  const here = groups.find((group) => group.notes.some((each) => each.id === id))?.id ?? "";
  const put = (cluster) => {
    onPut(id, cluster);
    onClose();
  };
  const anew = () => {
    room.send("AddCluster", { id: room.newId(), step: step.id, title: "", notes: [id] });
    say(_("A new cluster, with this note in it."));
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${_("Move to…")} onClose=${onClose} over=${html`<ul class="notes"><${Note} room=${room} id=${id} /></ul>`}>
      <ul class="choices">
        ${clusters.map((group) => html`<${Choice} key=${group.id} group=${group} here=${group.id === here} onPut=${put} />`)}
      </ul>
      <div class="sheet-actions">
        <button type="button" class="button" onClick=${anew}><${Icon} name="plus" />${_("New cluster")}</button>
        ${here && html`<button type="button" class="button" onClick=${() => put("")}>${_("Leave alone")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function Choice({ group, here, onPut }) {
  const pile = group.notes.slice(0, 3).map(({ type }) => html`<i data-type=${type}></i>`);
  return html`
    <li><button type="button" class="choice" aria-disabled=${here ? "true" : undefined} onClick=${() => here || onPut(group.id)}>
      <span class="pile" aria-hidden="true">${pile}</span>
      <span class="choice-title" dir="auto">${group.title || firstWords(group)}</span>
      <span class="choice-count">${here ? _("is here already") : group.notes.length}</span>
    </button></li>`;
}

// A cluster without a name is told by its first note.
function firstWords({ notes }) {
  return notes.length ? _("No name yet: “%(text)s”", { text: notes[0].text }) : _("No name yet");
}
