// A closed vote as a table: rank, title, dots, number, people. Ties are ties, and the cut has words.
import { html } from "../lib/html.js";
import { titleOf } from "../lib/ballot.js";
import { _, ngettext } from "../lib/words.js";

const FEW = 4; // rows that can be larger where there is room
const DISCS = 24; // dots drawn one by one; above it a bar

const asWritten = (text) => text;

// from, most: the rows of one page, where not all are shown. long: their titles need more lines. words(text): how a title is set.
export function Result({ round, from = 0, most = Infinity, long = false, words = asWritten }) {
  const rows = round.results.slice(from, from + most);
  const highest = Math.max(1, ...round.results.map(({ dots }) => dots));
  const below = rows.findIndex((result) => !result.above_cut);
  return html`
    <table class="results" role="table" data-few=${round.results.length <= FEW ? "" : undefined} data-long=${long ? "" : undefined}>
      <caption class="visually-hidden">${turnout(round)}</caption>
      <thead class="visually-hidden" role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">${_("Rank")}</th><th role="columnheader" scope="col">${_("Title")}</th><th role="columnheader" scope="col" aria-hidden="true">${_("Dots")}</th>
        <th role="columnheader" scope="col">${_("Dots")}</th><th role="columnheader" scope="col">${_("People")}</th></tr></thead>
      <tbody role="rowgroup">
        ${rows.map((result, n) => html`
          ${n === below && n > 0 && html`<${Cut} key="cut" round=${round} above=${rows[n - 1]} />`}
          <${Row} key=${result.item} result=${result} ranked=${round.dots > 0} highest=${highest} words=${words} />`)}
      </tbody>
    </table>`;
}

// Without a dot nothing is first, and nothing is tied.
function Row({ result, ranked, highest, words }) {
  return html`
    <tr class="result" role="row" data-above=${String(result.above_cut)}>
      <td class="result-rank" role="cell">${ranked && result.rank} ${result.tied && result.dots > 0 && html`<span class="result-tied">${_("tied")}</span>`}</td>
      <th class="result-title" scope="row" role="rowheader" dir="auto">${words(titleOf(result))}</th>
      <td class="result-dots" role="cell" aria-hidden="true"><${Discs} dots=${result.dots} highest=${highest} /></td>
      <td class="result-number" role="cell">${result.dots}</td>
      <td class="result-voters" role="cell">${people(result.voters)}</td>
    </tr>`;
}

// All rows of one result are drawn in the same way, so that lengths can be compared.
function Discs({ dots, highest }) {
  if (highest > DISCS) {
    return html`<svg class="result-bar" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width=${(100 * dots) / highest} height="10" /></svg>`;
  }
  return Array.from({ length: dots }, () => html`<i></i>`);
}

function Cut({ round, above }) {
  const place = { top: round.top, rank: above.rank };
  const words = above.tied ? _("Here is the cut: top %(top)s, tied on place %(rank)s", place) : _("Here is the cut: top %(top)s", place);
  return html`<tr class="cut" role="row"><td colspan="5" role="cell"><span class="cut-words">${words}</span></td></tr>`;
}

function people(voters) {
  if (voters < 0) return _("under 4");
  return ngettext("%(n)s person", "%(n)s people", voters);
}

export function turnout({ dots, ballots, electorate, budget, seats = 0 }) {
  const without = seats ? ` · ${withoutPhone({ electorate, seats })}` : "";
  return told({ dots, ballots, electorate, budget }) + without;
}

// People for whom a facilitator votes.
export function withoutPhone({ electorate, seats }) {
  return ngettext("%(n)s of %(all)s votes without a phone", "%(n)s of %(all)s vote without a phone", seats, { all: electorate });
}

function told({ dots, ballots, electorate, budget }) {
  if (!dots) return _("Nobody gave a dot; %(n)s could vote", { n: electorate });
  const who = { ballots, electorate, budget };
  return `${ngettext("%(n)s dot", "%(n)s dots", dots)} ${_("from %(ballots)s of %(electorate)s · each had %(budget)s · hidden until the vote closed", who)}`;
}
