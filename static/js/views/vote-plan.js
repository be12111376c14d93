// Before a vote opens: what can be chosen, to read and to plan one's dots; no dot can be given yet.
import { html, useMemo } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { shuffled } from "../lib/shuffle.js";
import { _, ngettext } from "../lib/words.js";
import { CandidateWords } from "./candidate.js";
import { Criteria } from "./dot-mark.js";
import { Time } from "./timer.js";

export function Planned({ room, round }) {
  const order = useMemo(() => shuffled(round.candidates, ({ item }) => round.id + item), [round.id]);
  return html`
    <${OpensSoon} round=${round} />
    <p>${_("Read, and plan where your dots go.")} <b>${dotsEach(round)}</b></p>
    <${Criteria} round=${round} />
    <ul class="candidates" data-layout="vote">${order.map((candidate) => html`
      <li key=${candidate.item} class="candidate" data-id=${candidate.item}><${CandidateWords} room=${room} candidate=${candidate} /></li>`)}</ul>`;
}

export function dotsEach({ budget, criteria }) {
  if (criteria.length) return ngettext("%(n)s dot each, for each criterion", "%(n)s dots each, for each criterion", budget);
  return ngettext("%(n)s dot each", "%(n)s dots each", budget);
}

// The facilitator opens it; the time only says when that is meant to be.
export function OpensSoon({ round }) {
  const left = secondsLeft({ state: "running", ends_at: round.opens });
  if (left <= 0) return html`<p class="opens-soon">${_("The vote opens in a moment.")}</p>`;
  return html`<p class="opens-soon">${_("The vote opens in")} <${Time} seconds=${left} /></p>`;
}
