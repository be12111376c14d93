// What the room promises, on the board: decisions first and largest; and the end.
import { html } from "../lib/html.js";
import { dateShown } from "../lib/fmt.js";
import { inTheLot, isAboutParking } from "../lib/parked.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { BoardFrame } from "./board-frame.js";
import { Decisions } from "./decisions.js";
import { ParkedList } from "./parked-list.js";

const LOOKS = ["large", "middle", "small"];

export function BoardOutcome({ room, workshop, step }) {
  if (isAboutParking(step)) return html`<${BoardParked} room=${room} workshop=${workshop} step=${step} />`;
  return html`<${Outcome} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} />`;
}

function BoardParked({ room, workshop, step }) {
  const { box, pages } = useFit(LOOKS, inTheLot(room.scene).length);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      <div class="outcome" ref=${box}><div class="outcome-columns"><${ParkedList} room=${room} look="board-section" words=${softened} /></div></div><//>`;
}

export function BoardClosed({ room, workshop }) {
  const { follow_up: day } = workshop;
  const end = [
    workshop.results_shared && _("The results are on your phones."),
    day && _("We look at the actions again on %(day)s.", { day: dateShown(day, room.language) }),
  ].filter(Boolean).join(" ");
  return html`
    <${Outcome} room=${room} workshop=${workshop} phase="close" question=${_("Thank you. The workshop is closed.")} timer=${false}
      sub=${end && html`<span class="board-end">${end}</span>`} />`;
}

function Outcome({ room, ...frame }) {
  const { pages, content } = useOutcome(room);
  return html`<${BoardFrame} room=${room} ...${frame} pages=${pages}>${content}<//>`;
}

export function useOutcome(room) {
  const actions = room.scene.all("action");
  const decided = room.scene.all("decision").length;
  const { box, pages } = useFit(LOOKS, actions.length + decided);
  const alone = !decided || !actions.length;
  const content = actions.length + decided > 0 && html`
    <div class="outcome" data-alone=${alone ? "" : undefined} ref=${box}><div class="outcome-columns">
      <${Decisions} room=${room} look="board-section" words=${softened} bare />
      ${actions.length > 0 && html`<section class="board-section"><h2>${_("Actions")}</h2><${Actions} room=${room} actions=${actions} read /></section>`}
    </div></div>`;
  return { pages, content };
}
