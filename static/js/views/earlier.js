// What the room has seen so far, to read: by cycle and step, its notes, clusters, results and what came of it.
import { laidOut } from "../lib/columns.js";
import { html, useState } from "../lib/html.js";
import { cycleTitle } from "../lib/kinds.js";
import { heardOf } from "../lib/marks.js";
import { Dialog } from "../lib/dialog.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { CameOf, cameOf } from "./came-of.js";
import { LaidOut } from "./laid-out.js";
import { Note } from "./note.js";
import { PollResult } from "./poll-result.js";

const KINDS = ["notes", "rows", "clusters", "rounds", "scorings", "actions", "decisions"];

export function hasEarlier(scene) {
  return closedPolls(scene).length > 0 || inOrder(scene).some((step) => hasSeen(seenIn(scene, step)));
}

export function Earlier({ room, onClose }) {
  const { scene } = room;
  const now = currentStep(scene);
  const steps = inOrder(scene).map((step) => ({ step, seen: seenIn(scene, step) })).filter(({ seen }) => hasSeen(seen));
  const cycles = [...new Set(steps.map(({ step }) => step.cycle))];
  const polls = closedPolls(scene);
  return html`
    <${Dialog} sort="reading" title=${_("What we have so far")} onClose=${onClose} over=${html`
      <div class="reading-head"><p class="small">${now && _("Now: %(question)s", { question: now.prompt || now.title })}</p>
        <button type="button" class="button button--small" onClick=${onClose}>${_("Back to the task")}</button></div>`}>
      ${cycles.map((cycle) => html`
        <section class="section" key=${cycle}><h3 class=${cycles.length > 1 ? "" : "visually-hidden"}>${cycleWord(scene, cycle)}</h3>
          ${steps.filter(({ step }) => step.cycle === cycle).map(({ step, seen }) => html`
            <${Step} key=${step.id} room=${room} step=${step} seen=${seen} first=${steps.at(-1).step.id === step.id} />`)}
        </section>`)}
      ${polls.length > 0 && html`<section class="section"><h3>${_("What the room was asked")}</h3>
        ${polls.map((poll) => html`<${Fold} key=${poll.id} title=${poll.question}><${PollResult} poll=${poll} /><//>`)}</section>`}
    <//>`;
}

// Only what all may see, and only what belongs to this step.
export function seenIn(scene, step) {
  const came = cameOf(scene, step);
  const heard = new Set(came.scorings.flatMap((scoring) => heardOf(scene, scoring)).map(({ id }) => id));
  const isSeen = (note) => note.step === step.id && note.readers === "all" && !heard.has(note.id) && !scene.get("row", note.about);
  return {
    notes: scene.all("note").filter(isSeen).sort((a, b) => a.place - b.place),
    clusters: step.layout === "clusters" && step.state !== "planned" ? outline(scene, step).filter(({ id, notes }) => id && notes.length) : [],
    ...came,
  };
}

function hasSeen(seen) {
  return KINDS.some((kind) => seen[kind].length);
}

function closedPolls(scene) {
  return scene.all("poll").filter(({ state }) => state === "closed");
}

function cycleWord(scene, number) {
  return cycleTitle(scene.all("cycle").find((cycle) => cycle.number === number) ?? { number });
}

function Step({ room, step, seen, first }) {
  return html`
    <${Fold} title=${step.title} more=${howMuch(seen)} first=${first}>
      ${step.prompt && html`<p class="small" dir="auto">${step.prompt}</p>`}
      ${seen.clusters.map((cluster) => html`<${Pile} key=${cluster.id} room=${room} title=${cluster.title || _("No name yet")} notes=${cluster.notes} />`)}
      ${seen.notes.length > 0 && (laidOut(room.scene, step, seen.notes).length > 1
        ? html`<${LaidOut} room=${room} step=${step} notes=${seen.notes} head="h4" />`
        : html`<${Pile} room=${room} title=${_("Notes")} notes=${seen.notes} />`)}
      <${CameOf} room=${room} came=${seen} head="h4" />
    <//>`;
}

// The latest stands open; the others are drawn when they are opened.
function Fold({ title, more = "", first = false, children }) {
  const [opened, setOpened] = useState(first);
  return html`
    <details class="card card--folded" open=${opened} onToggle=${({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary><span dir="auto">${title}</span> <span class="small">${more}</span></summary>
      ${opened && html`<div class="reading-part">${children}</div>`}
    </details>`;
}

function Pile({ room, title, notes }) {
  return html`
    <section><h4 class="counted"><span dir="auto">${title}</span> <span class="count">${notes.length}</span></h4>
      <ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul></section>`;
}

function howMuch({ notes, rows, clusters, rounds, scorings, actions }) {
  const results = rounds.length + scorings.length;
  return [
    clusters.length && ngettext("%(n)s cluster", "%(n)s clusters", clusters.length),
    rows.length && ngettext("%(n)s row", "%(n)s rows", rows.length),
    notes.length && ngettext("%(n)s note", "%(n)s notes", notes.length),
    results && ngettext("%(n)s result", "%(n)s results", results),
    actions.length && ngettext("%(n)s action", "%(n)s actions", actions.length),
  ].filter(Boolean).join(" · ");
}
