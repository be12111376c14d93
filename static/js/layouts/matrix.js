// The prioritisation matrix on the phone: what will be scored, one's own marks in secret, at last where each thing stands.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { _, ngettext } from "../lib/words.js";
import { compared } from "../views/compared.js";
import { ToRead } from "../views/listed.js";
import { mayMark, Marking, Missed, useScoringSaid } from "../views/marking.js";
import { Outcome } from "../views/weighed-outcome.js";

export function Screen({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  useScoringSaid(scoring);
  if (!scoring) return html`<main class="main"><${Waiting} room=${room} step=${step} /></main>`;
  if (scoring.state === "closed") return html`<main class="main" data-layout="matrix"><${Outcome} room=${room} step=${step} scoring=${scoring} /></main>`;
  if (!mayMark(room, scoring)) return html`<main class="main"><${Missed} /></main>`;
  return html`<${Marking} key=${scoring.id} room=${room} step=${step} scoring=${scoring} />`;
}

function Waiting({ room, step }) {
  const items = compared(room.scene, step);
  return html`
    <p class="lead">${_("In a moment you score each of these by yourself. Nobody sees your marks.")}</p>
    ${items.length > 0 && html`<section class="section" data-layout="matrix"><h2 class="counted">${ngettext("Thing to score", "Things to score", items.length)} <span class="count">${items.length}</span></h2>
      <${ToRead} items=${items} /></section>`}`;
}
