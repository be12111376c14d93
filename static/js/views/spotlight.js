// The spotlight: one thing that the room talks of. Here as a list under its words, as a phone draws it;
// the board lays the same thing out in board-spotlight.js.
import { html, useEffect } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { isElsewhere } from "../lib/lit.js";
import { placedTitle } from "../lib/kinds.js";
import { inOrder, shownHere } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { Actions } from "./actions.js";
import { Decisions } from "./decisions.js";
import { LaidOut } from "./laid-out.js";
import { Note } from "./note.js";
import { answeredWord, answerWord, PollResult } from "./poll-result.js";
import { ScoringResult } from "./scoring-result.js";
import { Settled } from "./settled.js";

export function Spotlight({ room, lit }) {
  useLitSaid(room, lit);
  const title = titleOf(lit);
  return html`
    <section class="spotlight" data-of=${lit.of} aria-label=${_("In the spotlight")}>
      <p class="spotlight-over">${overLine(room.scene, lit)}</p>
      ${title && html`<h2 class="spotlight-title" dir="auto">${title}</h2>`}
      ${lit.text && html`<p class="spotlight-text" dir="auto">${lit.text}</p>`}
      ${lit.notes && html`<${Notes} room=${room} notes=${lit.notes} />`}
      ${lit.poll && html`<${PollResult} poll=${lit.poll} />`}
      ${lit.cycle && html`<p>${_("It stands on the board. You can read all of it under “What we have so far” in the menu.")}</p>`}
      ${lit.step && html`<${StepLit} room=${room} lit=${lit} />`}
    </section>`;
}

// Said when it comes, and when it goes; not where the room goes on, which is told by itself.
export function useLitSaid({ scene }, lit) {
  useEffect(() => {
    const before = whereOf(scene);
    say(`${_("In the spotlight.")} ${overLine(scene, lit)}: ${sentence(lit)}`);
    return () => whereOf(scene) === before && say(_("The spotlight is off."));
  }, [lit.of, lit.id]);
}

function whereOf(scene) {
  const { state, step } = scene.one("workshop");
  return `${state} ${step}`;
}

// What kind of thing it is, in the room's words.
export function overLine(scene, { of, step, cycle }) {
  if (cycle) return _("Looking back at a whole cycle");
  if (step) return isElsewhere(scene, step) ? _("Looking back: %(title)s", { title: placedTitle(step, inOrder(scene)) }) : step.title;
  return { note: _("One note"), cluster: _("One cluster"), decision: _("Decided"), poll: _("The room answered"), purpose: _("What we are here for"), growth: _("How it grew") }[of];
}

export function titleOf({ of, title, step, poll }) {
  if (step || poll) return step?.prompt ?? poll.question;
  return of === "cluster" ? title || _("No name yet") : of === "cycle" ? title : "";
}

function sentence(lit) {
  if (lit.text) return lit.text;
  return lit.of === "note" ? lit.notes[0].text : [titleOf(lit), howMany(lit)].filter(Boolean).join(". ");
}

function howMany({ notes, poll }) {
  if (poll) return !poll.results.length ? answeredWord(poll) : poll.results.map(({ answer, count }) => `${answerWord(answer, poll.form)}: ${count}`).join(", ");
  return notes && ngettext("%(n)s note", "%(n)s notes", notes.length);
}

function Notes({ room, notes }) {
  return html`<ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul>`;
}

function StepLit({ room, lit: { step, round, scoring } }) {
  if (round) return html`<${Settled} room=${room} round=${round} />`;
  if (scoring) return html`<${ScoringResult} room=${room} scoring=${scoring} />`;
  if (step.layout === "actions") return html`<${Decisions} room=${room} /><${Actions} room=${room} actions=${room.scene.all("action")} read />`;
  if (step.layout !== "clusters") return html`<${LaidOut} room=${room} step=${step} notes=${shownHere(room.scene, step)} />`;
  return outline(room.scene, step).filter(({ notes }) => notes.length).map(({ id, title, notes }) => html`
    <div class="spotlight-group" key=${id}><h3 class="counted">${id ? title || _("No name yet") : _("Standing alone")} <span class="count">${notes.length}</span></h3>
      <${Notes} room=${room} notes=${notes} /></div>`);
}
