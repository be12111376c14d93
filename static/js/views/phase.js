// The sign of a phase, and its word.
import { html } from "../lib/html.js";
import { Sign } from "../lib/icons.js";
import { phaseName, phaseWord } from "../lib/kinds.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";

export function Phase({ phase, word = phaseName(phase) }) {
  return html`<p class="phase" data-phase=${phase}><${Sign} phase=${phase} /><span class="phase-word">${word}</span></p>`;
}

// Where the room is now, from the welcome to the end.
export function Where({ room: { scene } }) {
  if (scene.one("workshop").state === "closed") return html`<${Phase} phase="close" word=${_("Closed")} />`;
  const step = currentStep(scene);
  return html`<${Phase} phase=${step?.phase ?? "frame"} word=${phaseWord(step, inOrder(scene))} />`;
}
