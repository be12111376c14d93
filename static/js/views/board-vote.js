// A vote on the board: first what it will be about, then heads to count, at last the ranked result.
import { html } from "../lib/html.js";
import { isAllTold, roundOf, titleOf } from "../lib/ballot.js";
import { usePages } from "../lib/paging.js";
import { shuffled } from "../lib/shuffle.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { Bars } from "./bars.js";
import { BoardFrame } from "./board-frame.js";
import { Criteria } from "./dot-mark.js";
import { Result, turnout, withoutPhone } from "./result.js";
import { CameOfIt, StillToCome } from "./settled.js";
import { dotsEach, OpensSoon } from "./vote-plan.js";

const ROWS = 7; // of a result on a page
const LONG = 90; // signs of a title, past which rows are higher and fewer
const HIGHER = 7 / 4;
const LOOKS = ["large", "middle", "small"]; // of the list of candidates

export function BoardVote(props) {
  const round = roundOf(props.room.scene, props.step);
  if (round?.state === "closed") return html`<${Closed} ...${props} round=${round} />`;
  return html`<${Choices} ...${props} round=${round} candidates=${round?.candidates ?? candidatesToBe(props)} />`;
}

function Closed({ room, workshop, step, round }) {
  const { sub, pages, content } = useResult(room, round);
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>${content}<//>`;
}

// What came of it stands on the last page, below the last places.
export function useResult(room, round, most = ROWS) {
  const long = round.results.some(({ title }) => title.length > LONG);
  const came = isAllTold(round) && round.trail.length + round.tie.length + round.wild.length > 0;
  const rows = (long ? Math.floor(most / HIGHER) : most) - (came || round.criteria.length ? 1 : 0);
  const pages = usePages(Math.max(1, Math.ceil(round.results.length / rows)));
  const content = html`
    <${StillToCome} round=${round} />
    ${round.results.length > 0 && html`<${Result} room=${room} long=${long} round=${round} from=${pages.at * rows} most=${rows} words=${softened} />`}
    ${came && html`<${CameOfIt} room=${room} round=${round} />`}`;
  return { sub: turnout(round), pages, content };
}

// What the vote will freeze when it opens: clusters with notes, and notes that stand alone.
function candidatesToBe({ room, step }) {
  return outline(room.scene, step).flatMap(({ id, title, notes }) => {
    if (!id) return notes.map((note) => ({ item: note.id, title: note.text }));
    return notes.length ? [{ item: id, title: title || notes[0].text }] : [];
  });
}

// The order is the board's own, and stays when the vote opens.
function Choices({ room, workshop, step, round, candidates }) {
  const { box, pages } = useFit(LOOKS, candidates.length);
  const votes = room.scene.all("round").filter((each) => each.step === step.id && each.state === "closed").length;
  const listed = shuffled(candidates, ({ item }) => step.id + votes + item);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      ${round?.state === "open" ? html`<${Turnout} room=${room} round=${round} />` : html`<${Soon} round=${round} many=${candidates.length} />`}
      ${listed.length > 0 && html`<div class="choices" ref=${box}><ul class="choices-list">${listed.map((each) => html`<li key=${each.item} dir="auto">${softened(titleOf(each))}</li>`)}</ul></div>`}
    <//>`;
}

function Soon({ round, many }) {
  return html`
    <div class="turnout">
      ${round && html`<${OpensSoon} round=${round} />`}
      ${!round && many > 0 && html`<p class="turnout-may"><span class="count">${many}</span> ${ngettext("thing to choose", "things to choose from", many)}</p>`}
      <p class="turnout-done">${round ? html`${_("Read, and plan where your dots go.")} · ${dotsEach(round)}` : _("The vote opens in a moment. Read, and think about what matters most.")}</p>
    </div>
    ${round && html`<${Criteria} round=${round} />`}`;
}

function Turnout({ room, round }) {
  const voted = room.presence.value.counts?.voted; // nothing of a time that is over
  return html`
    <div class="turnout">
      <p class="turnout-may"><span class="count">${round.electorate}</span> ${_("may vote")}</p>
      ${voted !== undefined && html`<${Bars} met=${voted} all=${round.electorate} phase="close" />`}
      <p class="turnout-done">${voted !== undefined && html`<b>${voted}</b> ${ngettext("has voted", "have voted", voted)} · `}${dotsEach(round)}</p>
      ${round.run_off && html`<p class="turnout-done">${_("A run-off: these tie at the cut.")}</p>`}
      ${round.seats > 0 && html`<p class="turnout-seats">${withoutPhone(round)}</p>`}
    </div>
    <${Criteria} round=${round} />`;
}
