// A closed vote as a table: rank, title, dots, number, people. Ties are ties, and the cut has words.
import { html } from "../lib/html.js";
import { isGone, titleOf } from "../lib/ballot.js";
import { _, ngettext } from "../lib/words.js";
import { Criteria } from "./dot-mark.js";
import { dotsEach } from "./vote-plan.js";

const FEW = 4; // rows that can be larger where there is room
const DISCS = 24; // dots drawn one by one; above it a bar

const asWritten = (text) => text;

const never = () => false;

// from, most: the rows of one page, where not all are shown. isLong(result): its title needs more lines. words(text): how a title is set.
export function Result({ room, round, from = 0, most = Infinity, isLong = never, words = asWritten }) {
  const rows = round.results.slice(from, from + most);
  const highest = Math.max(1, ...round.results.map(({ dots }) => dots));
  const below = rows.findIndex((result) => !result.above_cut);
  return html`
    <${Criteria} round=${round} />
    <table class="results" role="table" data-few=${round.results.length <= FEW ? "" : undefined} data-long=${rows.some(isLong) ? "" : undefined}>
      <caption class="visually-hidden">${turnout(round)}</caption>
      <thead class="visually-hidden" role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">${_("Rank")}</th><th role="columnheader" scope="col">${_("Title")}</th><th role="columnheader" scope="col" aria-hidden="true">${_("Dots")}</th>
        <th role="columnheader" scope="col">${_("Dots")}</th><th role="columnheader" scope="col">${_("People")}</th></tr></thead>
      <tbody role="rowgroup">
        ${rows.map((result, n) => html`
          ${n === below && n > 0 && html`<${Cut} key="cut" round=${round} above=${rows[n - 1]} />`}
          <${Row} key=${result.item} room=${room} round=${round} result=${result} long=${isLong(result)} ranked=${round.dots > 0} highest=${highest} words=${words} />`)}
      </tbody>
    </table>`;
}

// Without a dot nothing is first, and nothing is tied.
function Row({ room, round, result, long, ranked, highest, words }) {
  return html`
    <tr class="result" role="row" data-above=${String(result.above_cut)} data-long=${long ? "" : undefined}>
      <td class="result-rank" role="cell">${ranked && result.rank} ${result.tied && result.dots > 0 && html`<span class="result-tied">${_("tied")}</span>`}</td>
      <th class="result-title" scope="row" role="rowheader" dir="auto">${words(titleOf(result))}<${Chips} room=${room} round=${round} result=${result} /></th>
      <td class="result-dots" role="cell" aria-hidden="true"><${Discs} dots=${result.dots} shares=${result.by_criterion} highest=${highest} /></td>
      <td class="result-number" role="cell">${result.dots}<${Shares} round=${round} result=${result} /></td>
      <td class="result-voters" role="cell">${people(result.voters)}</td>
    </tr>`;
}

function Chips({ room, round, result }) {
  return html`
    ${round.wild === result.item && html` <span class="chip chip--wild">${_("Wild card")}</span>`}
    ${isGone(room.scene, result) && html` <span class="chip">${_("taken away since")}</span>`}`;
}

// For who hears the row: what the colours and shapes of its dots say.
function Shares({ round, result }) {
  if (!round.criteria.length) return null;
  const words = round.criteria.map(({ title }, n) => `${title} ${result.by_criterion[n]}`).join(", ");
  return html`<span class="visually-hidden"> (${words})</span>`;
}

// All rows of one result are drawn in the same way, so that lengths can be compared.
function Discs({ dots, shares = [dots], highest }) {
  const marks = shares.length > 1 ? shares.map((share, n) => ({ share, mark: n + 1 })) : [{ share: dots }];
  if (highest > DISCS) return html`<svg class="result-bar" viewBox="0 0 100 10" preserveAspectRatio="none">${bars(marks, highest)}</svg>`;
  return marks.flatMap(({ share, mark }) => Array.from({ length: share }, () => html`<i data-mark=${mark}></i>`));
}

function bars(marks, highest) {
  let from = 0;
  return marks.map(({ share, mark }) => {
    const x = (100 * from) / highest;
    from += share;
    return html`<rect x=${x} width=${(100 * share) / highest} height="10" data-mark=${mark} />`;
  });
}

function Cut({ round, above }) {
  const place = { top: round.top, rank: above.rank };
  const words = above.tied && !round.trail.length ? _("Here is the cut: top %(top)s, tied on place %(rank)s", place) : _("Here is the cut: top %(top)s", place);
  return html`<tr class="cut" role="row"><td colspan="5" role="cell"><span class="cut-words">${words}</span></td></tr>`;
}

function people(voters) {
  if (voters < 0) return _("under 4");
  return ngettext("%(n)s person", "%(n)s people", voters);
}

export function turnout(round) {
  const without = round.seats ? ` · ${withoutPhone(round)}` : "";
  return told(round) + without;
}

// People for whom a facilitator votes.
export function withoutPhone({ electorate, seats }) {
  return ngettext("%(n)s of %(all)s votes without a phone", "%(n)s of %(all)s vote without a phone", seats, { all: electorate });
}

function told(round) {
  const { dots, ballots, electorate } = round;
  if (!dots) return _("Nobody gave a dot; %(n)s could vote", { n: electorate });
  const who = { ballots, electorate, each: dotsEach(round) };
  return `${ngettext("%(n)s dot", "%(n)s dots", dots)} ${_("from %(ballots)s of %(electorate)s · %(each)s · hidden until the vote closed", who)}`;
}
