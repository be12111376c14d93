// Marks on the console: how many have given them; closed, where the room differs, the order, and what is kept.
import { html, useState } from "../lib/html.js";
import { answeredOf } from "../lib/marks.js";
import { _ } from "../lib/words.js";
import { Choosing } from "./choosing.js";
import { OpenScoring } from "./console-actions.js";
import { Open } from "./console-scoring.js";
import { Chosen } from "./chosen.js";
import { Placing } from "./placing.js";
import { Plot } from "./plot.js";
import { Apart, apartIn, Weighed } from "./weighed.js";

export function Weighing({ room, step, scoring }) {
  if (scoring.state === "open" && scoring.consensus) return html`<${Placing} room=${room} step=${step} scoring=${scoring} />`;
  if (scoring.state === "open") return html`<${Open} room=${room} step=${step} scoring=${scoring} />`;
  return html`<${Closed} key=${scoring.id} room=${room} step=${step} scoring=${scoring} />`;
}

// We only talk where we differ: the rest can be put aside.
function Closed({ room, step, scoring }) {
  const [only, setOnly] = useState(false);
  const apart = apartIn(room.scene, scoring).length;
  return html`
    <section class="section"><h2>${_("What the marks say")}</h2><p>${answeredOf(scoring)}</p>
      <div class="buttons">
        ${apart > 0 && html`<button type="button" class="button" aria-pressed=${String(only)} onClick=${() => setOnly(!only)}>${_("Only where we differ")} <span class="count">${apart}</span></button>`}
        <${OpenScoring} key=${scoring.id} room=${room} step=${step} again />
        ${step.layout === "matrix" && html`<${OpenScoring} key=${`together ${scoring.id}`} room=${room} step=${step} together />`}</div>
      ${only ? html`<div class="aparts"><${Apart} room=${room} scoring=${scoring} /></div>` : html`
        <div class="weighed-both"><${Plot} room=${room} scoring=${scoring} />
          <${Weighed} room=${room} step=${step} scoring=${scoring} tools=${(line) => html`<${Choosing} room=${room} step=${step} item=${line} />`} /></div>`}
    </section>
    <${Chosen} room=${room} step=${step} />`;
}
