// A whole cycle on the board, in columns that go on from page to page: its clusters, notes, results and what was decided.
import { titleOf } from "../lib/ballot.js";
import { html } from "../lib/html.js";
import { phaseName } from "../lib/kinds.js";
import { resultOn } from "../lib/marks.js";
import { inOrder } from "../lib/steps.js";
import { itemName } from "../lib/table.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { DecisionList } from "./decisions.js";
import { seenIn } from "./earlier.js";
import { Note } from "./note.js";
import { turnout } from "./result.js";
import { lines } from "./weighed.js";

const LOOKS = ["large", "middle", "small"];

export function useCycle(room, { number }) {
  const steps = inOrder(room.scene).filter((step) => step.cycle === number && phaseName(step.phase));
  const made = steps.map((step) => ({ step, seen: seenIn(room.scene, step) }));
  const groups = groupsOf(made);
  const things = made.reduce((n, { seen }) => n + Object.values(seen).reduce((sum, each) => sum + (each.length ?? 0), 0), 0);
  const { box, pages } = useFit(LOOKS, things);
  const parts = [
    ...groups.map((group) => html`<${Pile} key=${group.id} room=${room} ...${group} />`),
    ...made.map(({ step, seen }) => html`<${Came} key=${step.id} room=${room} seen=${seen} />`),
  ];
  const content = things
    ? html`<div class="lit-cycle" ref=${box}><div class="lit-cycle-columns">${parts}</div></div>`
    : html`<p class="turnout-soon">${_("Nothing of this cycle has been shown to everyone.")}</p>`;
  return { pages, content };
}

// A note lies in its cluster, or else among those of its step: nothing stands there twice.
function groupsOf(made) {
  const clusters = made.flatMap(({ seen }) => seen.clusters.map(({ id, title, notes }) => ({ id, title: title || _("No name yet"), notes })));
  const inside = new Set(clusters.flatMap(({ notes }) => notes.map(({ id }) => id)));
  const alone = made.map(({ step, seen }) => ({ id: step.id, title: step.title, notes: seen.notes.filter(({ id }) => !inside.has(id)) }));
  return [...clusters, ...alone.filter(({ notes }) => notes.length)];
}

function Pile({ room, title, notes }) {
  return html`
    <section class="lit-part"><h3 class="lit-part-title" dir="auto">${softened(title)} <span class="count">${notes.length}</span></h3>
      <ul class="lit-notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${softened} />`)}</ul></section>`;
}

function Came({ room, seen: { step, rows, rounds, scorings, decisions, actions } }) {
  return html`
    ${rounds.map((round) => html`<${Ranks} key=${round.id} title=${step.title} more=${turnout(round)} ranks=${chosen(round)} />`)}
    ${scorings.map((scoring) => html`<${Ranks} key=${scoring.id} title=${scoring.text || step.title} ranks=${marked(room, scoring)} />`)}
    ${!scorings.length && rows.length > 0 && html`<${Ranks} title=${step.title} ranks=${rows.map((row) => ({ item: row.id, name: Object.values(row.cells)[0] ?? "" }))} />`}
    ${decisions.length > 0 && html`<section class="lit-part"><h3 class="lit-part-title">${_("Decided")}</h3><${DecisionList} room=${room} decisions=${decisions} words=${softened} bare /></section>`}
    ${actions.length > 0 && html`<section class="lit-part"><h3 class="lit-part-title">${_("Actions")}</h3><${Actions} room=${room} actions=${actions} read /></section>`}`;
}

// What nobody gave a dot says nothing of the cycle.
function chosen({ results }) {
  const told = results.filter(({ dots, above_cut: above }) => dots > 0 || above);
  return told.map((result) => ({ ...result, name: titleOf(result), number: result.dots }));
}

// What was compared in its order, with its score; else each thing with the middle of its marks.
function marked({ scene }, scoring) {
  if (scene.get("weighing", scoring.id)) return lines(scene, scoring).map((line) => ({ ...line, name: itemName(scene, line), number: line.score || "–" }));
  return scoring.items.map((item) => ({ item: item.item, name: itemName(scene, item), number: middles(scoring, item) }));
}

function middles(scoring, { item }) {
  return scoring.scales.map((scale) => resultOn(scoring, item, scale.id)?.median || "–").join(" · ");
}

function Ranks({ title, more, ranks }) {
  return html`
    <section class="lit-part"><h3 class="lit-part-title" dir="auto">${softened(title)}</h3>${more && html`<p class="lit-part-more">${more}</p>`}
      <ol class="lit-ranks">${ranks.map(({ item, rank, name, number }) => html`
        <li key=${item}>${rank > 0 && html`<b>${rank}</b>`}<span dir="auto">${softened(name)}</span><b class="lit-rank-number">${number}</b></li>`)}</ol></section>`;
}
