// Clusters on the board: six a page, each with its count, one small paper a note and two examples.
import { html } from "../lib/html.js";
import { usePages } from "../lib/paging.js";
import { outline } from "../layouts/clusters.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { Note } from "./note.js";

const A_PAGE = 6; // clusters
const ALONE = 24; // notes that stand alone on a page
const EXAMPLES = 2;
const PAPERS = 40;

export function BoardClusters({ room, workshop, step }) {
  const groups = outline(room.scene, step);
  const clusters = groups.filter(({ id, notes }) => id && notes.length);
  const alone = groups.find(({ id }) => !id).notes;
  const sheets = [...chunks(clusters, A_PAGE).map((part) => html`<div class="clusters">${part.map((group) => html`<${Card} key=${group.id} room=${room} group=${group} />`)}</div>`),
    ...chunks(alone, ALONE).map((part) => html`<${Alone} room=${room} notes=${part} />`)];
  const pages = usePages(sheets.length);
  const told = { notes: groups.reduce((sum, { notes }) => sum + notes.length, 0), clusters: clusters.length };
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${counted(told, alone.length)} pages=${pages}>
      ${sheets[pages.at] ?? html`<div class="writing"><p class="writing-more">${_("The notes are shown in a moment.")}</p></div>`}
    <//>`;
}

function counted({ notes, clusters }, alone) {
  const all = ngettext("%(n)s note", "%(n)s notes", notes);
  const inside = ngettext("%(n)s cluster", "%(n)s clusters", clusters);
  const rest = ngettext("%(n)s stands alone", "%(n)s stand alone", alone);
  return [all, inside, alone ? rest : ""].filter(Boolean).join(" · ");
}

function Card({ room, group }) {
  const rest = group.notes.length - EXAMPLES;
  return html`
    <section class="cluster"><header class="cluster-head">
        <h2 class="cluster-title ${group.title ? "" : "cluster-title--missing"}" dir="auto">${group.title || _("No name yet")}</h2><span class="cluster-count">${group.notes.length}</span></header>
      <p class="papers" aria-hidden="true">${group.notes.slice(0, PAPERS).map(({ id, type }) => html`<i key=${id} data-type=${type}></i>`)}</p>
      <ul class="notes">${group.notes.slice(0, EXAMPLES).map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul>
      ${rest > 0 && html`<p class="cluster-more">+${rest}</p>`}
    </section>`;
}

function Alone({ room, notes }) {
  return html`<div class="wall" data-columns="8"><ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul></div>`;
}

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (x, n) => list.slice(n * size, (n + 1) * size));
}
