// How many of all, as small bars; the words beside it say the same.
import { html } from "../lib/html.js";

const MOST = 40; // bars; a larger room is drawn in proportion
const MANY = 24; // bars that still have air between them in a narrow column

export function Bars({ met, all, phase }) {
  const bars = Math.min(all, MOST);
  const filled = all > MOST ? Math.round((met / all) * MOST) : met;
  const drawn = Array.from({ length: bars }, (x, n) => html`<i class=${n < filled ? "met" : undefined}></i>`);
  return html`<p class="bars" data-phase=${phase} data-many=${bars > MANY ? "" : undefined} aria-hidden="true">${drawn}</p>`;
}
