// Marks on the board: how many have given them; closed, the picture beside the order, then where the room differs.
import { html } from "../lib/html.js";
import { answeredOf } from "../lib/marks.js";
import { usePages } from "../lib/paging.js";
import { softened } from "../lib/text.js";
import { choicesOf } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { Open } from "./board-scoring.js";
import { Chosen } from "./chosen.js";
import { Plot } from "./plot.js";
import { Apart, apartIn, lines, Weighed } from "./weighed.js";

const LINES = 5; // on a page, beside the picture or alone
const KEPT = 5; // of what is kept or dropped, each with its reason
const MOST_APART = 10; // pages; who wants to hear of more shows them one by one
const APART = 1; // thing that the room differs on, on a page: it is talked of by itself

export function Marked(props) {
  if (props.scoring.state === "open") return html`<${Open} ...${props} />`;
  return html`<${Closed} key=${props.scoring.id} ...${props} />`;
}

function Closed({ room, workshop, step, scoring }) {
  const sheets = sheetsOf(room, step, scoring);
  const pages = usePages(sheets.length);
  const { title, content } = sheets[pages.at] ?? {};
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${[title, answeredOf(scoring)].filter(Boolean).join(" · ")} pages=${pages}>${content}<//>`;
}

// What is kept comes first once it is known. The order stands beside the picture, as far as it goes.
function sheetsOf(room, step, scoring) {
  const all = lines(room.scene, scoring).length;
  const apart = apartIn(room.scene, scoring).length;
  return [
    ...keptSheets(room, step),
    ...parts(all, LINES).map((from) => ({
      title: _("In order"),
      content: html`<div class="board-weighed"><${Plot} room=${room} scoring=${scoring} /><${Weighed} room=${room} step=${step} scoring=${scoring} from=${from} most=${LINES} words=${softened} /></div>`,
    })),
    ...parts(Math.min(apart, MOST_APART), APART).map((from) => ({
      title: apart > MOST_APART ? _("Where we differ: %(n)s of %(all)s", { n: MOST_APART, all: apart }) : _("Where we differ"),
      content: html`<div class="board-aparts"><${Apart} room=${room} scoring=${scoring} from=${from} most=${APART} words=${softened} /></div>`,
    })),
  ];
}

// Both side by side while they have room; else one after the other.
function keptSheets(room, step) {
  const choices = choicesOf(room.scene, step);
  const many = (choice) => choices.filter((each) => each.choice === choice).length;
  if (!choices.length) return [];
  const sheet = (props) => ({ title: _("What we keep and drop"), content: html`<div class="board-kept"><${Chosen} room=${room} step=${step} words=${softened} ...${props} /></div>` });
  if (Math.max(many("keep"), many("drop")) <= KEPT) return [sheet({})];
  return ["keep", "drop"].flatMap((only) => parts(many(only), KEPT).map((from) => sheet({ only, from, most: KEPT })));
}

function parts(all, most) {
  return Array.from({ length: Math.ceil(all / most) }, (x, n) => n * most);
}
