// What was refused. A text is never lost: it is offered to this step, to the parking lot, or back to the hand.
// In the steps after, it is one calm line that opens.
import { html, useEffect } from "../lib/html.js";
import { sayError } from "../lib/announce.js";
import { isToldInPlace } from "../lib/in-place.js";
import { refusalWords, textOf } from "../lib/refusals.js";
import { currentStep } from "../lib/steps.js";
import { ngettext } from "../lib/words.js";
import { Offer } from "./offer.js";

const SHOWN = 9000; // ms that a sentence without a text stands

export function Offers({ room }) {
  const refusals = room.refusals.value.filter((refusal) => !isToldInPlace(room, refusal));
  const step = currentStep(room.scene)?.id;
  const closed = room.scene.one("workshop")?.state === "closed";
  const withText = refusals.filter(({ entry }) => textOf(entry));
  const without = refusals.filter(({ entry }) => !textOf(entry));
  const earlier = withText.filter((refusal) => !closed && refusal.step && refusal.step !== step);
  const fresh = withText.filter((refusal) => !earlier.includes(refusal));
  return html`
    ${earlier.length > 0 && html`<${Earlier} room=${room} refusals=${earlier} />`}
    ${fresh.map((refusal) => html`<${Offer} key=${refusal.entry.op} room=${room} refusal=${refusal} told />`)}
    ${without.length > 0 && html`<div class="toasts">${bySentence(without).map(([words, all]) => html`<${Toast} key=${words} room=${room} words=${words} refusals=${all} />`)}</div>`}`;
}

function Earlier({ room, refusals }) {
  const n = refusals.length;
  return html`
    <details class="card card--wait card--folded"><summary>${ngettext("%(n)s text was not taken: look", "%(n)s texts were not taken: look", n)}</summary>
      ${refusals.map((refusal) => html`<${Offer} key=${refusal.entry.op} room=${room} refusal=${refusal} />`)}
    </details>`;
}

// What is refused for the same reason several times is said once.
function bySentence(refusals) {
  const found = new Map();
  for (const refusal of refusals) found.set(refusalWords(refusal.error), [...(found.get(refusalWords(refusal.error)) ?? []), refusal]);
  return [...found];
}

function Toast({ room, words, refusals }) {
  useEffect(() => {
    sayError(words);
    const timer = setTimeout(() => refusals.forEach(room.forgive), SHOWN);
    return () => clearTimeout(timer);
  }, [refusals.length]);
  return html`<p class="toast">${words}</p>`;
}
