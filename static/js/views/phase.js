import { html } from "../lib/html.js";
import { Sign } from "../lib/icons.js";
import { phaseWord } from "../lib/kinds.js";

export function Phase({ phase }) {
  return html`<p class="phase" data-phase=${phase}><${Sign} phase=${phase} /><span class="phase-word">${phaseWord(phase)}</span></p>`;
}
