// The matrix on the board: what will be scored, heads to count, and at last where each thing stands.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { Marked } from "./board-weighed.js";
import { compared } from "./compared.js";

const LOOKS = ["large", "middle", "small"];

export function BoardMatrix(props) {
  const scoring = scoringOf(props.room.scene, props.step);
  return scoring ? html`<${Marked} ...${props} scoring=${scoring} />` : html`<${Soon} ...${props} />`;
}

function Soon({ room, workshop, step }) {
  const items = compared(room.scene, step);
  const { box, pages } = useFit(LOOKS, items.length);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      <div class="turnout">${items.length > 0 && html`<p class="turnout-may"><span class="count">${items.length}</span> ${ngettext("thing to score", "things to score", items.length)}</p>`}
        <p class="turnout-done">${_("The scoring opens in a moment. Each scores alone first.")}</p></div>
      ${items.length > 0 && html`<div class="choices" ref=${box}><ul class="choices-list">${items.map(({ item, title }) => html`<li key=${item} dir="auto">${softened(title)}</li>`)}</ul></div>`}
    <//>`;
}
