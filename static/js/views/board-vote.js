// A vote on the board: heads to count while it is open, the ranked result when it is closed.
import { html } from "../lib/html.js";
import { roundOf } from "../lib/ballot.js";
import { usePages } from "../lib/paging.js";
import { shuffled } from "../lib/shuffle.js";
import { _, ngettext } from "../lib/words.js";
import { Bars } from "./bars.js";
import { BoardFrame } from "./board-frame.js";
import { Result, turnout } from "./result.js";

const ROWS = 7; // of a result on a page
const LISTED = 12; // candidates that fit beside the turnout

export function BoardVote({ room, workshop, step }) {
  const round = roundOf(room.scene, step);
  const closed = round?.state === "closed";
  const pages = usePages(closed ? Math.ceil(round.results.length / ROWS) : 1);
  const sub = closed ? turnout(round) : "";
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>
      ${!round ? html`<div class="writing"><p class="writing-more">${_("The vote opens in a moment. Read, and think about what matters most.")}</p></div>`
        : closed ? html`<${Result} round=${round} from=${pages.at * ROWS} most=${ROWS} />`
        : html`<${Open} room=${room} round=${round} />`}
    <//>`;
}

function Open({ room, round }) {
  const voted = room.presence.value.counts?.voted ?? 0;
  const listed = shuffled(round.candidates, ({ item }) => round.id + item).slice(0, LISTED);
  const more = round.candidates.length - listed.length;
  return html`
    <div class="turnout">
      <p class="turnout-may"><span class="count">${round.electorate}</span> ${_("may vote")}</p>
      <${Bars} met=${voted} all=${round.electorate} phase="close" />
      <p class="turnout-done"><b>${voted}</b> ${ngettext("has voted", "have voted", voted)} · ${ngettext("%(n)s dot each", "%(n)s dots each", round.budget)}</p>
    </div>
    <ul class="candidate-list">
      ${listed.map(({ item, title }) => html`<li key=${item} dir="auto">${title}</li>`)}
      ${more > 0 && html`<li>${ngettext("and %(n)s more on the phones", "and %(n)s more on the phones", more)}</li>`}
    </ul>`;
}
