// What was decided, each with its knot.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

const asWritten = (text) => text;

// All that the workshop has decided.
export function Decisions({ room, tools, look = "section", words }) {
  const decisions = room.scene.all("decision");
  if (!decisions.length) return null;
  return html`
    <section class=${look}><h2>${_("Decided")}</h2>
      <${DecisionList} decisions=${decisions} tools=${tools} words=${words} />
    </section>`;
}

// tools(decision) gives the facilitator's buttons. words(text): how a decision is set.
export function DecisionList({ decisions, tools, words = asWritten }) {
  return html`
    <ul class="decisions">
      ${decisions.map((decision) => html`
        <li class="decision" key=${decision.id}><i class="knot" aria-hidden="true"></i><p dir="auto">${words(decision.text)}</p>${tools?.(decision)}</li>`)}
    </ul>`;
}
