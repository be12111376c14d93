// How the working time is divided between the phases.
import { html } from "../lib/html.js";
import { Sign } from "../lib/icons.js";
import { phaseName } from "../lib/kinds.js";
import { _ } from "../lib/words.js";

const WORKING = ["open", "integrate", "close"];

export function ShareOfTime({ steps }) {
  const minutes = (phase) => steps.filter((step) => step.phase === phase).reduce((sum, step) => sum + step.minutes, 0);
  const all = WORKING.reduce((sum, phase) => sum + minutes(phase), 0);
  const part = (phase) => (all ? Math.round((100 * minutes(phase)) / all) : 0);
  return html`
    <h2>${_("Share of working time")}</h2>
    <div class="share" aria-hidden="true">${WORKING.map((phase) => html`<i key=${phase} data-phase=${phase} data-part=${part(phase)}></i>`)}</div>
    <ul class="share-list">${WORKING.map((phase) => html`
      <li key=${phase}><${Sign} phase=${phase} /><span>${phaseName(phase)}</span>
        <b class="mono">${_("%(n)s min", { n: minutes(phase) })}</b><span class="mono">${(part(phase) / 100).toLocaleString(document.documentElement.lang, { style: "percent" })}</span></li>`)}
    </ul>`;
}
