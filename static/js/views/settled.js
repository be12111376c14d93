// A closed vote with all that came of it: the table, how a tie was broken, the wild card, and the groups apart.
import { html } from "../lib/html.js";
import { isAllTold, titleOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Result } from "./result.js";

export function Settled({ room, round, words }) {
  return html`
    <${StillToCome} round=${round} />
    ${round.results.length > 0 && html`<${Result} room=${room} round=${round} words=${words} />`}
    <${CameOfIt} room=${room} round=${round} />
    <${ByGroup} round=${round} />`;
}

// Of a result that is told place by place, how much the room does not know yet.
export function StillToCome({ round }) {
  if (isAllTold(round)) return null;
  const left = round.candidates.length - round.results.length;
  if (!round.results.length) return html`<p class="lead">${_("The vote is closed. The result comes place by place, from the last one up.")}</p>`;
  return html`<p class="lead still-to-come">${ngettext("%(n)s is still to come.", "%(n)s are still to come.", left)}</p>`;
}

// What was done with a tie, what few people pushed, and what is kept from below the cut.
export function CameOfIt({ room, round }) {
  const lines = linesOf(round);
  if (!lines.length) return null;
  return html`<ul class="came-of-it">${lines.map(([icon, words]) => html`<li key=${words}><${Icon} name=${icon} /><span dir="auto">${words}</span></li>`)}</ul>`;
}

export function linesOf(round) {
  return [...tieLines(round), ...fewLines(round), ...wildLines(round)];
}

function tieLines(round) {
  const { trail, tie, places } = round;
  const open = tie.length && isAllTold(round) ? [["scale", tieWords(round, tie, places)]] : [];
  return [...trail.map((step) => ["scale", stepWords(round, step)]), ...open];
}

export function tieWords(round, tie, places) {
  return ngettext("A tie at the cut: %(titles)s, for %(n)s place.", "A tie at the cut: %(titles)s, for %(n)s places.", places, { titles: listed(round, tie) });
}

function stepWords(round, { how, items, chosen, out, seed, reason }) {
  const titles = { items: listed(round, items), chosen: listed(round, chosen), seed, reason };
  if (how === "lot") return _("The tie was broken by lot: %(chosen)s. Drawn from %(items)s with the number %(seed)s.", titles);
  if (how === "facilitator") return reason ? _("The tie was broken by the facilitator: %(chosen)s. Why: %(reason)s", titles) : _("The tie was broken by the facilitator: %(chosen)s.", titles);
  if (chosen.length) return _("The tie was broken by a run-off: %(chosen)s.", titles);
  return out.length ? _("The run-off left some of these tied: %(items)s.", titles) : _("A run-off among %(items)s.", titles);
}

function fewLines(round) {
  const few = round.results.filter((result) => result.few).map(({ item }) => item);
  return few.length ? [["users", _("Many dots from few people: %(titles)s.", { titles: listed(round, few) })]] : [];
}

function wildLines(round) {
  return round.wild ? [["sparkles", _("Wild card: %(title)s. Why: %(reason)s", { title: nameOf(round, round.wild), reason: round.why })]] : [];
}

function listed(round, items) {
  return items.map((item) => _("“%(words)s”", { words: nameOf(round, item) })).join(", ");
}

export function nameOf(round, item) {
  return titleOf(round.candidates.find((candidate) => candidate.item === item) ?? { title: "" });
}

// Groups of four voters and more, side by side; the others are not told.
function ByGroup({ round }) {
  if (!round.groups.length || !isAllTold(round)) return null;
  const told = round.groups.map((group, n) => ({ group, n, voters: round.turnout[n] })).filter(({ voters }) => voters >= 0);
  const hidden = _("Groups of which fewer than four have voted are not shown, nor one by which they could be reckoned.");
  return html`
    <details class="more by-group"><summary>${_("By group")}</summary>
      ${told.length > 0 && html`<div class="by-group-table" tabindex="0" role="region" aria-label=${_("By group")}><table>
        <thead><tr><th scope="col">${_("Title")}</th>${told.map(({ group, voters }) => html`<th scope="col" key=${group}><span dir="auto">${group}</span> <small>${ngettext("%(n)s has voted", "%(n)s have voted", voters)}</small></th>`)}</tr></thead>
        <tbody>${round.results.map((result) => html`<tr key=${result.item}><th scope="row" dir="auto">${titleOf(result)}</th>${told.map(({ group, n }) => html`<td key=${group}>${result.by_group[n]}</td>`)}</tr>`)}</tbody></table></div>`}
      ${told.length < round.groups.length && html`<p class="small">${hidden}</p>`}
    </details>`;
}
