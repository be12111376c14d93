// A poll on the board: the text in large letters, heads to count, and at last how the answers lie.
import { html } from "../lib/html.js";
import { answeredOf, heardOf, scoringOf } from "../lib/marks.js";
import { usePages } from "../lib/paging.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { Bars } from "./bars.js";
import { BoardFrame } from "./board-frame.js";
import { BoardSoon, ChoicesList } from "./board-soon.js";
import { polled } from "./compared.js";
import { withoutPhone } from "./result.js";
import { ByGroup, groupsTold, keyOf, Met, Proposal, Reservations, Scored } from "./scoring-result.js";

const MOST = 6; // scales of things on a page
const NOTES = 9; // of what stands in the way, on a page
const GROUPS = 6; // of voters, on a page
const LONG = 160; // signs of a text, past which it is set smaller
const LOOKS = ["large", "middle", "small"]; // of what is asked

export function BoardScoring(props) {
  const scoring = scoringOf(props.room.scene, props.step);
  if (!scoring) return html`<${Soon} ...${props} />`;
  return scoring.state === "open" ? html`<${Open} ...${props} scoring=${scoring} />` : html`<${Closed} key=${scoring.id} ...${props} scoring=${scoring} />`;
}

function Soon(props) {
  const items = polled(props.room.scene, props.step);
  const soon = props.step.setup.proposal ? _("First we agree on the text, and on how much agreement it needs.") : _("The poll opens in a moment.");
  return html`<${BoardSoon} ...${props} items=${items} soon=${soon} counted=${ngettext("thing to answer", "things to answer", items.length)} />`;
}

export function Open({ room, workshop, step, scoring }) {
  const { box, pages } = useFit(LOOKS, scoring.items.length);
  const listed = scoring.text || scoring.items.some(({ item }) => item === step.id) ? [] : scoring.items;
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      <${Turnout} room=${room} scoring=${scoring} />
      ${scoring.text && html`<div class="polled-alone" data-long=${scoring.text.length > LONG ? "" : undefined}><${Proposal} scoring=${scoring} words=${softened} /><${Met} scoring=${scoring} /></div>`}
      ${!scoring.text && html`<${Met} scoring=${scoring} />`}
      <${ChoicesList} items=${listed} box=${box} />
    <//>`;
}

function Turnout({ room, scoring }) {
  const scored = room.presence.value.counts?.scored; // nothing of a time that is over
  return html`
    <div class="turnout">
      <p class="turnout-may"><span class="count">${scoring.electorate}</span> ${_("may answer")}</p>
      ${scored !== undefined && html`<${Bars} met=${scored} all=${scoring.electorate} phase=${room.scene.get("step", scoring.step)?.phase} />`}
      <p class="turnout-done">${scored !== undefined && html`<b>${scored}</b> ${ngettext("has answered", "have answered", scored)} · `}${_("The answers are shown when it is closed.")}</p>
      ${scoring.seats > 0 && html`<p class="turnout-seats">${withoutPhone(scoring)}</p>`}
    </div>`;
}

function Closed({ room, workshop, step, scoring }) {
  const { sub, pages, content } = useScored(room, scoring);
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>${content}<//>`;
}

// What stands in the way first, page by page; then how the marks lie, and at last those of each group.
export function useScored(room, scoring) {
  const most = Math.max(1, Math.floor(MOST / scoring.scales.length));
  const heard = Math.ceil(heardOf(room.scene, scoring).length / NOTES);
  const lies = Math.ceil(scoring.items.length / most);
  const pages = usePages(heard + lies + Math.ceil(groupsTold(scoring).length / GROUPS));
  const from = (pages.at - heard) * most;
  const content = html`
    <${Met} scoring=${scoring} /><${Proposal} scoring=${scoring} words=${softened} />
    ${pages.at >= heard + lies ? html`<${ByGroup} room=${room} scoring=${scoring} from=${(pages.at - heard - lies) * GROUPS} most=${GROUPS} words=${softened} />`
      : from < 0 ? html`<${Reservations} room=${room} scoring=${scoring} from=${pages.at * NOTES} most=${NOTES} words=${softened} />` : html`<${Scored} room=${room} scoring=${scoring} from=${from} most=${most} keyed=${false} words=${softened} />`}`;
  return { sub: [answeredOf(scoring), keyOf(scoring)].filter(Boolean).join(" · "), pages, content };
}
