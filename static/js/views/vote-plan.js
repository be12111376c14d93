// Before a vote opens: what can be chosen, to read and to lay out one's dots; none is given yet.
import { html } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { usePlan } from "../lib/dot-plan.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Ballot } from "./ballot.js";
import { Time } from "./timer.js";

export function Planned({ room, round }) {
  const plan = usePlan(room, round);
  return html`
    <${OpensSoon} round=${round} />
    <p>${_("Read, and plan where your dots go.")} <b>${dotsEach(round)}</b></p>
    <p class="promise"><${Icon} name="eye-off" /><span>${_("Your plan stays on this phone. When the vote opens, one tap gives the dots.")}</span></p>
    <${Ballot} room=${room} round=${round} hand=${plan} />`;
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
