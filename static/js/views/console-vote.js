// A vote on the console: how many have voted, who came late, and then the result.
import { sayOfOthers } from "../lib/announce.js";
import { html, useEffect } from "../lib/html.js";
import { isAllTold, paperOf, roundOf, titleOf } from "../lib/ballot.js";
import { _, ngettext } from "../lib/words.js";
import { Ballot } from "./ballot.js";
import { Act } from "./act.js";
import { Advice, BeforeVote } from "./before-vote.js";
import { BreakTie } from "./break-tie.js";
import { OpenVote } from "./console-actions.js";
import { compared } from "./compared.js";
import { Deciding } from "./deciding.js";
import { Criteria } from "./dot-mark.js";
import { Listed } from "./listed.js";
import { turnout } from "./result.js";
import { Settled } from "./settled.js";
import { dotsEach, OpensSoon } from "./vote-plan.js";
import { PickWildCard } from "./wild-card.js";

export function Stage({ room, step }) {
  const round = roundOf(room.scene, step);
  if (!round) return html`<${BeforeVote} room=${room} step=${step} />`;
  if (round.state === "planned") return html`<${Waiting} room=${room} step=${step} round=${round} />`;
  if (round.state === "open") return html`<${Open} room=${room} round=${round} />`;
  return html`
    ${round.tie.length > 0 && html`<${BreakTie} key=${round.trail.length} room=${room} round=${round} />`}
    <section class="section"><h2>${_("Result")}</h2><p>${turnout(round)}</p><${Settled} room=${room} round=${round} />
      <div class="buttons">${isAllTold(round)
        ? html`<${OpenVote} key=${round.id} room=${room} step=${step} again />`
        : html`<${Act} room=${room} kind="TellResult" fields=${{ round: round.id, before: round.told, rest: true }} icon="eye">${_("Show all the rest")}<//>`}</div></section>
    ${round.wild_card && isAllTold(round) && html`<${PickWildCard} key=${round.wild} room=${room} round=${round} />`}
    ${isAllTold(round) && html`<${Deciding} room=${room} step=${step} round=${round} />`}`;
}

function Waiting({ room, step, round }) {
  return html`
    <section class="section"><h2>${_("Time to plan the dots")}</h2><${OpensSoon} round=${round} />
      <p><b>${dotsEach(round)}</b></p><${Criteria} round=${round} /><${Candidates} items=${round.candidates} /></section>
    <${TakeBack} room=${room} step=${step} round=${round} />
    <${Advice} room=${room} step=${step} planned=${round.id} />`;
}

// What can be chosen was frozen with the plan: what was put together since is in no vote before it is planned anew.
function TakeBack({ room, step, round }) {
  const isOther = changedSince(compared(room.scene, step), round);
  return html`
    <section class="section"><p>${isOther ? html`<b>${_("What can be chosen has changed since you planned this vote.")}</b>` : _("The vote is held on what could be chosen when you planned it.")} ${_("Nobody has given a dot yet. What people have laid out on their phones starts over when you take the plan back.")}</p>
      <div class="buttons"><${Act} room=${room} kind="UnplanVote" fields=${{ round: round.id }} icon="undo-2">${_("Take the plan back and look again")}<//></div></section>`;
}

// What goes by no words of its own, as doing nothing does, is known by its id.
function changedSince(now, { candidates }) {
  const frozen = new Map(candidates.map(({ item, title }) => [item, title]));
  return now.length !== frozen.size || now.some(({ item, title }) => !frozen.has(item) || (frozen.get(item) && frozen.get(item) !== title));
}

function Open({ room, round }) {
  const voted = room.presence.value.counts?.voted ?? 0;
  useVotedSaid(voted, round.electorate);
  const own = paperOf(room.scene, round, room.you.value.id);
  return html`
    <section class="section"><h2>${_("The vote is open")}</h2>
      <p><b>${ngettext("%(n)s may vote", "%(n)s may vote", round.electorate)}</b> · ${ngettext("%(n)s has voted", "%(n)s have voted", voted)} · ${dotsEach(round)}</p>
      <${Criteria} round=${round} />
      ${round.run_off && html`<p>${_("A run-off: these tie at the cut.")} ${round.candidates.map(titleOf).join(" · ")}</p>`}
    </section>
    <${Late} room=${room} round=${round} />
    ${!own && !round.run_off && html`<${Candidates} items=${round.candidates} />`}
    ${own && html`<section class="section"><h2>${_("Your own dots")}</h2><${Ballot} key=${round.id} room=${room} round=${round} /></section>`}`;
}

// What is voted on, so that who leads can read it too.
function Candidates({ items }) {
  return html`<${Listed} items=${items} words=${ngettext("%(n)s thing to choose", "%(n)s things to choose from", items.length)} />`;
}

// Said when half have voted and when all have: each vote by itself is no news.
function useVotedSaid(voted, all) {
  const halves = all ? Math.floor((2 * voted) / all) : 0;
  useEffect(() => {
    if (halves) sayOfOthers("voted", _("%(n)s of %(all)s have voted", { n: voted, all }));
  }, [halves]);
}

// Who joined after the vote opened waits for one tap.
function Late({ room, round }) {
  const papers = new Set(room.scene.all("paper").filter((paper) => paper.round === round.id).map((paper) => paper.participant));
  const late = room.scene.all("participant").filter(({ id, role, removed }) => role === "participant" && !removed && !papers.has(id));
  if (!late.length) return null;
  return html`
    <section class="section"><h2>${_("Came after the vote opened")}</h2>
      <ul class="people">${late.map(({ id, name }) => html`
        <li key=${id}><span dir="auto">${name || _("Someone without a name")}</span>
          <${Act} room=${room} kind="AdmitVoter" fields=${{ round: round.id, participant: id }} class="button button--small">${_("Let in")}<//></li>`)}</ul>
    </section>`;
}
