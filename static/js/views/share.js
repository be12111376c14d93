// How the working time is divided between the phases, and what it is for says how it should be.
import { html } from "../lib/html.js";
import { minutesOf, WORKING } from "../lib/agenda.js";
import { percent } from "../lib/fmt.js";
import { Sign } from "../lib/icons.js";
import { phaseName } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { OPEN_AT_LEAST, OPEN_AT_MOST } from "./plan-advice.js";

// Where the open phase misses its mark, the number here is that of the warning, which never rounds to the mark.
export function ShareOfTime({ workshop, plan, steps }) {
  const minutes = (phase) => minutesOf(steps.filter((step) => step.phase === phase));
  const all = WORKING.reduce((sum, phase) => sum + minutes(phase), 0);
  const missed = plan?.warnings.find(({ code }) => ["open_short", "open_long"].includes(code))?.n;
  const rounded = (phase) => (all ? Math.round((100 * minutes(phase)) / all) : 0);
  const part = (phase) => (phase === "open" && missed) || rounded(phase);
  const rest = minutesOf(steps) - all;
  return html`
    <h2>${_("Share of working time")}</h2>
    <div class="share" aria-hidden="true" data-aim=${workshop.aim || undefined}>${WORKING.map((phase) => html`<i key=${phase} data-phase=${phase} data-part=${part(phase)}></i>`)}</div>
    <ul class="share-list">${WORKING.map((phase) => html`
      <li key=${phase}><${Sign} phase=${phase} /><span>${phaseName(phase)} ${phase === "open" && html`<span class="small">${target(workshop.aim)}</span>`}</span>
        <b class="mono">${_("%(n)s min", { n: minutes(phase) })}</b><span class="mono">${percent(part(phase))}</span></li>`)}
      ${rest > 0 && html`<li><${Sign} phase="frame" /><span>${_("Around the work")}</span><b class="mono">${_("%(n)s min", { n: rest })}</b><span></span></li>`}
    </ul>`;
}

function target(aim) {
  if (aim === "innovate") return _("at least %(n)s", { n: percent(OPEN_AT_LEAST) });
  return aim === "improve" ? _("at most %(n)s", { n: percent(OPEN_AT_MOST) }) : "";
}
