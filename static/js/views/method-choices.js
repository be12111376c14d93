// The methods there are, by phase, each with what it is for and what it gives.
import { html, useEffect } from "../lib/html.js";
import { Sign } from "../lib/icons.js";
import { PHASES, phaseTitle } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { loadMethods, methods, NoMethods } from "./methods.js";

// onChoose(method), as the server tells of it.
export function MethodChoices({ room, onChoose }) {
  useEffect(() => void (methods.peek().length || loadMethods(room)), []);
  if (!methods.value.length) return html`<li><${NoMethods} room=${room} /></li>`;
  const inPhases = [...methods.value].sort((a, b) => PHASES.indexOf(a.phases[0]) - PHASES.indexOf(b.phases[0]));
  return inPhases.map((method) => html`<${Choice} key=${method.step.method} method=${method} onChoose=${() => onChoose(method)} />`);
}

function Choice({ method, onChoose }) {
  const { step, purpose, gives } = method;
  return html`
    <li><button type="button" class="method" onClick=${onChoose}>
      <span class="method-name"><${Sign} phase=${step.phase} />${step.title} <span class="method-minutes">${_("%(n)s min", { n: step.minutes })}</span><span class="visually-hidden"> – ${phaseTitle(step.phase)}</span></span>
      <span class="method-words">${purpose}</span>
      <span class="method-gives"><b>${_("You get:")}</b> ${gives}</span></button></li>`;
}
