// The matrix on the console: what will be scored and whether it is too much, then the marks, and what the room keeps.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { scoringOf } from "../lib/marks.js";
import { _, ngettext } from "../lib/words.js";
import { compared } from "./compared.js";
import { OpenScoring } from "./console-actions.js";
import { Weighing } from "./console-weighing.js";
import { Deciding } from "./deciding.js";
import { ToRead } from "./listed.js";

const MANY = 15; // things that a room can score with care (our own judgement)

export function Stage({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  if (!scoring) return html`<${Before} room=${room} step=${step} />`;
  return html`
    <${Weighing} room=${room} step=${step} scoring=${scoring} />
    ${scoring.state === "closed" && html`<${Deciding} room=${room} step=${step} />`}`;
}

function Before({ room, step }) {
  const items = compared(room.scene, step);
  const { scales = [] } = step.setup ?? {};
  if (!items.length) return html`<p class="empty">${_("There is nothing to score yet. Let the matrix work on a step with options or notes.")}</p>`;
  return html`
    <section class="section"><h2 class="counted">${ngettext("Thing to score", "Things to score", items.length)} <span class="count">${items.length}</span></h2>
      ${items.length > MANY && html`<p class="advice"><${Icon} name="triangle-alert" /> ${_("Past %(n)s things people tire and guess. Choose fewer first, by dots for instance.", { n: MANY })}</p>`}
      <p>${_("Each is scored on: %(scales)s", { scales: scales.map(({ title }) => title).join(" · ") })}</p>
      <${ToRead} items=${items} />
      ${scales.length > 0 && html`<p class="small">${_("In a small room you can place them together by talk. Then nobody scores alone.")}</p>
        <div class="buttons"><${OpenScoring} room=${room} step=${step} together /></div>`}
    </section>`;
}
