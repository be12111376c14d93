// A vote on the console: how many have voted, who came late, and then the result.
import { sayOfOthers } from "../lib/announce.js";
import { html, useEffect } from "../lib/html.js";
import { paperOf, roundOf } from "../lib/ballot.js";
import { _, ngettext } from "../lib/words.js";
import { Ballot } from "../layouts/vote.js";
import { Act } from "./act.js";
import { OpenVote } from "./console-actions.js";
import { Deciding } from "./deciding.js";
import { Result, turnout } from "./result.js";

export function Stage({ room, step }) {
  const round = roundOf(room.scene, step);
  if (!round) return html`<p class="empty">${_("Say what the result will be used for. Then open the vote.")}</p>`;
  if (round.state === "open") return html`<${Open} room=${room} round=${round} />`;
  return html`
    <section class="section"><h2>${_("Result")}</h2><p>${turnout(round)}</p><${Result} round=${round} />
      <div class="buttons"><${OpenVote} key=${round.id} room=${room} step=${step} again /></div></section>
    <${Deciding} room=${room} step=${step} round=${round} />`;
}

function Open({ room, round }) {
  const voted = room.presence.value.counts?.voted ?? 0;
  useVotedSaid(voted, round.electorate);
  const own = paperOf(room.scene, round, room.you.value.id);
  return html`
    <section class="section"><h2>${_("The vote is open")}</h2>
      <p><b>${ngettext("%(n)s may vote", "%(n)s may vote", round.electorate)}</b> · ${ngettext("%(n)s has voted", "%(n)s have voted", voted)} · ${ngettext("%(n)s dot each", "%(n)s dots each", round.budget)}</p>
    </section>
    <${Late} room=${room} round=${round} />
    ${own && html`<section class="section"><h2>${_("Your own dots")}</h2><${Ballot} key=${round.id} room=${room} round=${round} /></section>`}`;
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
  const late = room.scene.all("participant").filter(({ id, role }) => role === "participant" && !papers.has(id));
  if (!late.length) return null;
  return html`
    <section class="section"><h2>${_("Came after the vote opened")}</h2>
      <ul class="people">${late.map(({ id, name }) => html`
        <li key=${id}><span dir="auto">${name || _("Someone without a name")}</span>
          <${Act} room=${room} kind="AdmitVoter" fields=${{ round: round.id, participant: id }} class="button button--small">${_("Let in")}<//></li>`)}</ul>
    </section>`;
}
