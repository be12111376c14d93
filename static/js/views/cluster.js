// One cluster: its name, how many, and its notes.
import { html, useCallback } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { memo } from "../lib/memo.js";
import { _ } from "../lib/words.js";
import { More } from "./more-button.js";
import { Note } from "./note.js";

// group: a cluster with its `notes`; with id "" the notes that stand alone.
function Drawn({ room, group, over, landed, onMove, onName, onShine, onMenu, onDrag }) {
  const look = ["cluster", !group.id && "cluster--alone", over && "cluster--target"].filter(Boolean).join(" ");
  const tools = useCallback((note) => html`
    ${onMove && html`<button type="button" class="button button--small" tabindex="-1" aria-label=${_("Move “%(text)s”", { text: note.text })}
      onClick=${() => onMove(note.id)}>${_("Move")}</button>`}
    ${onMenu && html`<${More} onClick=${() => onMenu(note.id)} />`}`, [onMove, onMenu]);
  return html`
    <section class=${look} data-id=${group.id} data-group=${group.id}>
      <header class="cluster-head">
        <${Title} group=${group} /><span class="cluster-count">${group.notes.length}</span>
        ${group.id && onShine && html`
          <button type="button" class="button button--square button--quiet" aria-label=${_("Put “%(title)s” in the spotlight", { title: group.title || _("No name yet") })} onClick=${() => onShine("cluster", group.id)}>
            <${Icon} name="lightbulb" /></button>`}
        ${group.id && onName && html`
          <button type="button" class="button button--square button--quiet" aria-label=${nameLabel(group)} onClick=${() => onName(group.id)}>
            <${Icon} name="pencil" /></button>`}
      </header>
      <ul class="notes">
        ${group.notes.map(({ id }) => html`
          <${Note} key=${id} room=${room} id=${id} item look=${landed.has(id) ? "note--landed" : ""} tools=${tools} onPointerDown=${onDrag} />`)}
      </ul>
    </section>`;
}

export const Cluster = memo(Drawn);

function Title({ group }) {
  if (!group.id) return html`<h2 class="cluster-title">${_("Standing alone")}</h2>`;
  if (!group.title) return html`<h2 class="cluster-title cluster-title--missing">${_("No name yet")}</h2>`;
  return html`<h2 class="cluster-title" dir="auto">${group.title}</h2>`;
}

function nameLabel({ title }) {
  return title ? _("Change the name of “%(title)s”", { title }) : _("Name this cluster");
}
