// What came of a scoring, where the room differs first; then the order, the picture, and what is kept and dropped.
import { html } from "../lib/html.js";
import { answeredOf } from "../lib/marks.js";
import { _ } from "../lib/words.js";
import { Chosen } from "./chosen.js";
import { Plot } from "./plot.js";
import { Apart, apartIn, Weighed } from "./weighed.js";

export function Outcome({ room, step, scoring }) {
  const apart = apartIn(room.scene, scoring).length;
  return html`
    <p class="scored-answered">${answeredOf(scoring)}</p>
    <${Chosen} room=${room} step=${step} />
    ${apart > 0 && html`
      <details class="more"><summary>${_("Where we differ")} <span class="count">${apart}</span></summary><div class="aparts"><${Apart} room=${room} scoring=${scoring} /></div></details>`}
    <${Plot} room=${room} scoring=${scoring} />
    <section class="section"><h2>${_("In order")}</h2><${Weighed} room=${room} step=${step} scoring=${scoring} /></section>`;
}
