// One cluster: its name, how many, and its notes.
import { html, useCallback } from "../lib/html.js";
import { isTray } from "../lib/columns.js";
import { Icon } from "../lib/icons.js";
import { trayWord } from "../lib/kinds.js";
import { memo } from "../lib/memo.js";
import { _ } from "../lib/words.js";
import { More } from "./more-button.js";
import { Note } from "./note.js";

// group: a cluster with its `notes`; with id "" the notes that stand alone. chosen: a set while several are chosen.
function Drawn({ room, group, over, landed, chosen, onMove, onName, onShine, onMenu, onDrag, onChoose }) {
  const isPile = Boolean(group.id) && !isTray(group);
  const look = ["cluster", !group.id && "cluster--alone", isTray(group) && "tray", over && "cluster--target"].filter(Boolean).join(" ");
  const tools = useCallback((note) => html`
    ${onMove && html`<button type="button" class="button button--small" tabindex="-1" aria-label=${_("Move “%(text)s”", { text: note.text })}
      onClick=${() => onMove(note.id)}>${_("Move")}</button>`}
    ${onMenu && html`<${More} onClick=${() => onMenu(note.id)} />`}`, [onMove, onMenu]);
  const pick = useCallback((note) => html`<${Pick} note=${note} is=${false} onChoose=${onChoose} />`, [onChoose]);
  const picked = useCallback((note) => html`<${Pick} note=${note} is onChoose=${onChoose} />`, [onChoose]);
  return html`
    <section class=${look} data-id=${group.id} data-group=${group.id}>
      <header class="cluster-head">
        <${Title} group=${group} /><span class="cluster-count">${count(group)}</span>
        ${isPile && onShine && html`
          <button type="button" class="button button--square button--quiet" aria-label=${_("Put “%(title)s” in the spotlight", { title: group.title || _("No name yet") })} onClick=${() => onShine("cluster", group.id)}>
            <${Icon} name="lightbulb" /></button>`}
        ${isPile && onName && html`
          <button type="button" class="button button--square button--quiet" aria-label=${nameLabel(group)} onClick=${() => onName(group.id)}>
            <${Icon} name="pencil" /></button>`}
      </header>
      <ul class="notes">
        ${group.notes.map(({ id }) => html`
          <${Note} key=${id} room=${room} id=${id} item look=${lookOf(id, landed, chosen)} tools=${chosen ? (chosen.has(id) ? picked : pick) : tools} onPointerDown=${onDrag} />`)}
      </ul>
    </section>`;
}

export const Cluster = memo(Drawn);

function lookOf(id, landed, chosen) {
  return [landed.has(id) && "note--landed", chosen?.has(id) && "note--chosen"].filter(Boolean).join(" ");
}

function Pick({ note, is, onChoose }) {
  return html`
    <button type="button" class="button button--square button--quiet pick" tabindex="-1" aria-pressed=${String(is)} aria-label=${_("Choose “%(text)s”", { text: note.text })}
      onClick=${() => onChoose(note.id)}><${Icon} name=${is ? "square-check" : "square"} /></button>`;
}

// While notes are looked for, how many of all are shown.
function count({ notes, of }) {
  return of > notes.length ? _("%(n)s of %(all)s", { n: notes.length, all: of }) : notes.length;
}

function Title({ group }) {
  if (isTray(group)) return html`<h2 class="cluster-title">${trayWord(group.type)}</h2>`;
  if (!group.id) return html`<h2 class="cluster-title">${_("Standing alone")}</h2>`;
  const team = group.team && html`<span class="cluster-team" dir="auto">${group.team}:</span> `;
  if (!group.title) return html`<h2 class="cluster-title cluster-title--missing">${team}${_("No name yet")}</h2>`;
  return html`<h2 class="cluster-title" dir="auto">${team}${group.title}</h2>`;
}

function nameLabel({ title }) {
  return title ? _("Change the name of “%(title)s”", { title }) : _("Name this cluster");
}
