// Clusters on the board: six a page, each with its count, one small paper a note and some examples.
import { isTray } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { isSilent } from "../lib/silence.js";
import { evenly } from "../lib/paging.js";
import { softened } from "../lib/text.js";
import { looksFor, useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { worksApart } from "../lib/working-groups.js";
import { spread } from "../layouts/clusters.js";
import { BoardFrame } from "./board-frame.js";
import { BoardNotes } from "./board-notes.js";
import { BoardPanes } from "./board-panes.js";
import { Note } from "./note.js";
import { isMarked } from "./note-marks.js";

const A_PAGE = 6; // clusters
const EXAMPLES = { 1: 12, 2: 6, 3: 6, 4: 3 }; // by the clusters on a page
const FEWEST = 2;
const LONG = [44, 78]; // signs, past which a title is set smaller
const PAPERS = 40;

export function BoardClusters({ room, workshop, step }) {
  const { sub, pages, content } = useClusterSheets(room, step);
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>${content}<//>`;
}

// First the pages of clusters, then those of the notes that stand alone.
export function useClusterSheets(room, step) {
  const groups = spread(room.scene, step);
  const trays = groups.filter(isTray);
  const lone = groups.filter(({ id }) => !id || isTray({ id })).flatMap(({ notes }) => notes).length;
  const clusters = groups.filter((group) => isPile(group) && group.notes.length);
  const empty = groups.filter((group) => isPile(group) && !group.notes.length);
  const alone = groups.find(({ id }) => !id).notes;
  const sheets = evenly(clusters, A_PAGE);
  const { box, pages } = useFit(looksFor(lone), lone, sheets.length);
  const told = { notes: groups.reduce((sum, { notes }) => sum + notes.length, 0), clusters: clusters.length };
  const content = html`
    ${pages.at < sheets.length ? html`<${Sheet} room=${room} groups=${sheets[pages.at]} most=${sheets[0].length} />`
      : trays.length > 0 ? html`<${BoardPanes} room=${room} box=${box} panes=${[{ id: "shown", notes: alone }]} trays=${trays} />`
      : alone.length > 0 ? html`<${BoardNotes} room=${room} box=${box} notes=${alone} />`
      : html`<div class="writing"><p class="writing-more">${_("The notes are shown in a moment.")}</p></div>`}
    ${empty.length > 0 && html`<${Empty} clusters=${empty} />`}`;
  if (worksApart(step)) return { sub: _("Each group on a wall of its own"), pages, content };
  return { sub: [isSilent(step) && _("In silence"), counted(told, lone)].filter(Boolean).join(" · "), pages, content };
}

const isPile = ({ id }) => Boolean(id) && !isTray({ id });

// Made, and still without a note: the room sees the name, and can fill it.
function Empty({ clusters }) {
  const names = clusters.map(({ title }) => title || _("No name yet"));
  return html`<p class="clusters-empty"><b>${_("No notes yet:")}</b> ${names.map((name) => html`<span dir="auto">${softened(name)}</span> `)}</p>`;
}

function counted({ notes, clusters }, alone) {
  const all = ngettext("%(n)s note", "%(n)s notes", notes);
  const inside = ngettext("%(n)s cluster", "%(n)s clusters", clusters);
  const rest = ngettext("%(n)s stands alone", "%(n)s stand alone", alone);
  return [all, inside, alone ? rest : ""].filter(Boolean).join(" · ");
}

function Sheet({ room, groups, most }) {
  const examples = examplesOf(room, groups, most);
  return html`<div class="clusters" data-count=${most}>${groups.map((group) => html`<${Card} key=${group.id} room=${room} group=${group} most=${examples} />`)}</div>`;
}

// A name or a mark under the words takes the room of every third.
function examplesOf(room, groups, most) {
  const many = EXAMPLES[most] ?? FEWEST;
  const footed = groups.some(({ notes }) => notes.some((note) => note.name || isMarked(note, room)));
  return footed ? Math.floor((many * 2) / 3) : many;
}

function Card({ room, group, most }) {
  const rest = group.notes.length - most;
  const long = LONG.filter((signs) => group.title.length > signs).length;
  return html`
    <section class="cluster" data-long=${long || undefined}><header class="cluster-head">
        <h2 class="cluster-title ${group.title ? "" : "cluster-title--missing"}" dir="auto">${group.team && html`<span class="cluster-team">${group.team}:</span> `}${softened(group.title) || _("No name yet")}</h2><span class="cluster-count">${group.notes.length}</span></header>
      <p class="papers" aria-hidden="true">${group.notes.slice(0, PAPERS).map(({ id, type }) => html`<i key=${id} data-type=${type}></i>`)}</p>
      <ul class="notes">${group.notes.slice(0, most).map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${softened} />`)}</ul>
      ${rest > 0 && html`<p class="cluster-more">+${rest}</p>`}
    </section>`;
}

