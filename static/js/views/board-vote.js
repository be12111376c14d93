// A vote on the board: first what it will be about, then heads to count, at last the ranked result.
import { html } from "../lib/html.js";
import { isAllTold, roundOf } from "../lib/ballot.js";
import { usePages } from "../lib/paging.js";
import { shuffled } from "../lib/shuffle.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { Bars } from "./bars.js";
import { BoardFrame } from "./board-frame.js";
import { ChoicesList, Soon } from "./board-soon.js";
import { compared } from "./compared.js";
import { Criteria } from "./dot-mark.js";
import { Result, turnout, withoutPhone } from "./result.js";
import { CameOfIt, linesOf, StillToCome } from "./settled.js";
import { dotsEach, OpensSoon } from "./vote-plan.js";

const ROWS = 7; // of a result on a page
const LINES = 2; // of what came of it, as high as a row
const LONG = 90; // signs of a title, past which rows are higher and fewer
const HIGHER = 7 / 4;
const LOOKS = ["large", "middle", "small"]; // of the list of candidates

export function BoardVote(props) {
  const round = roundOf(props.room.scene, props.step);
  if (round?.state === "closed") return html`<${Closed} ...${props} round=${round} />`;
  return html`<${Choices} ...${props} round=${round} candidates=${round?.candidates ?? compared(props.room.scene, props.step)} />`;
}

function Closed({ room, workshop, step, round }) {
  const { sub, pages, content } = useResult(room, round);
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>${content}<//>`;
}

// What came of it stands on the last page, below the last places.
export function useResult(room, round, most = ROWS) {
  const came = isAllTold(round) ? Math.ceil(linesOf(round).length / LINES) : 0; // so many rows fewer
  const told = worthAPage(round, most);
  const none = round.results.length - told.length;
  const sheets = sheetsOf(told, most - Math.max(came, round.criteria.length ? 1 : 0) - (none ? 1 : 0));
  const pages = usePages(sheets.length);
  const content = html`
    <${StillToCome} round=${round} />
    ${told.length > 0 && html`<${Result} room=${room} round=${round} isLong=${isLong} ...${sheets[pages.at]} words=${softened} />`}
    ${none > 0 && pages.at === sheets.length - 1 && html`<p class="results-none">${ngettext("%(n)s more got no dot.", "%(n)s more got no dot.", none)}</p>`}
    ${came > 0 && html`<${CameOfIt} room=${room} round=${round} />`}`;
  return { sub: turnout(round), pages, content };
}

// Past one page, what nobody gave a dot is a number: the phones and the report name it.
function worthAPage(round, most) {
  const { results } = round;
  if (!isAllTold(round) || !round.dots || results.length <= most) return results;
  return results.filter(({ dots, above_cut: above }) => dots > 0 || above);
}

// Long titles have higher rows, so there are fewer on just their page.
function sheetsOf(results, most) {
  const sheets = [{ from: 0, most: 0 }];
  let room = most;
  for (const [n, result] of results.entries()) {
    const high = isLong(result) ? HIGHER : 1;
    if (high > room && sheets.at(-1).most) {
      sheets.push({ from: n, most: 0 });
      room = most;
    }
    room -= high;
    sheets.at(-1).most += 1;
  }
  return sheets;
}

function isLong({ title }) {
  return title.length > LONG;
}

// The order is the board's own, and stays when the vote opens.
function Choices({ room, workshop, step, round, candidates }) {
  const { box, pages } = useFit(LOOKS, candidates.length);
  const votes = room.scene.all("round").filter((each) => each.step === step.id && each.state === "closed").length;
  const listed = shuffled(candidates, ({ item }) => step.id + votes + item);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      ${round?.state === "open" ? html`<${Turnout} room=${room} round=${round} />` : html`<${BeforeVote} round=${round} many=${candidates.length} />`}
      <${ChoicesList} items=${listed} box=${box} />
    <//>`;
}

function BeforeVote({ round, many }) {
  if (!round) {
    return html`<div class="turnout"><${Soon} many=${many} soon=${_("The vote opens in a moment. Read, and think about what matters most.")} counted=${ngettext("thing to choose", "things to choose from", many)} /></div>`;
  }
  return html`
    <div class="turnout"><${OpensSoon} round=${round} /><p class="turnout-done">${_("Read, and plan where your dots go.")} · ${dotsEach(round)}</p></div>
    <${Criteria} round=${round} />`;
}

function Turnout({ room, round }) {
  const voted = room.presence.value.counts?.voted; // nothing of a time that is over
  return html`
    <div class="turnout">
      <p class="turnout-may"><span class="count">${round.electorate}</span> ${_("may vote")}</p>
      ${voted !== undefined && html`<${Bars} met=${voted} all=${round.electorate} phase=${room.scene.get("step", round.step)?.phase} />`}
      <p class="turnout-done">${voted !== undefined && html`<b>${voted}</b> ${ngettext("has voted", "have voted", voted)} · `}${dotsEach(round)}</p>
      ${round.run_off && html`<p class="turnout-done">${_("A run-off: these tie at the cut.")}</p>`}
      ${round.seats > 0 && html`<p class="turnout-seats">${withoutPhone(round)}</p>`}
    </div>
    <${Criteria} round=${round} />`;
}
