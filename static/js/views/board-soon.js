// The board before marks are given: that they will be in a moment, and on what, as large as it fits.
import { html } from "../lib/html.js";
import { titleOf } from "../lib/ballot.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { BoardFrame } from "./board-frame.js";

const LOOKS = ["large", "middle", "small"];

// soon: what comes, in words; counted: what stands after the number of things.
export function BoardSoon({ room, workshop, step, items, soon, counted }) {
  const { box, pages } = useFit(LOOKS, items.length);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      <div class="turnout"><${Soon} soon=${soon} many=${items.length} counted=${counted} /></div>
      <${ChoicesList} items=${items} box=${box} />
    <//>`;
}

export function Soon({ soon, many, counted }) {
  return html`
    <p class="turnout-soon">${soon}</p>
    ${many > 0 && html`<p class="turnout-may"><span class="count">${many}</span> ${counted}</p>`}`;
}

export function ChoicesList({ items, box }) {
  if (!items.length) return null;
  return html`<div class="choices" ref=${box}><ul class="choices-list">${items.map((each) => html`<li key=${each.item} dir="auto">${softened(titleOf(each))}</li>`)}</ul></div>`;
}
