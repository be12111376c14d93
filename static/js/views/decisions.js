// What was decided, each with its knot, and behind it what it rests on.
import { html } from "../lib/html.js";
import { dateShown } from "../lib/fmt.js";
import { _ } from "../lib/words.js";

const asWritten = (text) => text;

// All that the workshop has decided.
export function Decisions({ room, tools, look = "section", words, bare }) {
  const decisions = room.scene.all("decision");
  if (!decisions.length) return null;
  return html`
    <section class=${look}><h2>${_("Decided")}</h2>
      <${DecisionList} room=${room} decisions=${decisions} tools=${tools} words=${words} bare=${bare} />
    </section>`;
}

// tools(decision) gives the facilitator's buttons. words(text): how a decision is set. bare: the decision alone.
export function DecisionList({ room, decisions, tools, words = asWritten, bare = false }) {
  return html`
    <ul class="decisions">
      ${decisions.map((decision) => html`
        <li class="decision" key=${decision.id}><i class="knot" aria-hidden="true"></i><div class="decision-words"><p dir="auto">${words(decision.text)}</p>
          ${!bare && html`<${Ground} room=${room} decision=${decision} />`}</div>${tools?.(decision)}</li>`)}
    </ul>`;
}

function Ground({ room, decision }) {
  const { basis, alternatives, decider, decided_on: day, daily } = decision;
  if (![basis, alternatives, decider, daily].some(Boolean)) return null;
  const rows = [[_("Rests on"), basis], [_("What else there was"), alternatives], [_("Who decides"), decider], [_("Decided on"), day && dateShown(day, room.language)], [_("In an ordinary week"), daily]];
  return html`
    <details class="more decision-ground"><summary>${_("Why, and what else")}</summary>
      <dl class="said">${rows.filter(([, text]) => text).map(([label, text]) => html`<div key=${label}><dt>${label}</dt><dd dir="auto">${text}</dd></div>`)}</dl></details>`;
}
