// What came of a step, to be read and not changed: its closed votes and polls, what was decided, and its actions.
import { html } from "../lib/html.js";
import { answeredOf } from "../lib/marks.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { DecisionList } from "./decisions.js";
import { turnout } from "./result.js";
import { Met, Proposal, Scored } from "./scoring-result.js";
import { Settled } from "./settled.js";

export function cameOf(scene, step) {
  const own = (kind) => scene.all(kind).filter((each) => each.step === step.id);
  const closed = (kind) => own(kind).filter(({ state }) => state === "closed");
  return { rounds: closed("round"), scorings: closed("scoring"), decisions: own("decision"), actions: own("action") };
}

// came: what cameOf gives. head: the heading that is next where it stands.
export function CameOf({ room, came: { rounds, scorings, decisions, actions }, head }) {
  return html`
    ${rounds.map((round, n) => html`<section class="section" key=${round.id}>
      ${rounds.length > 1 && html`<${head}>${_("Round %(n)s", { n: n + 1 })}<//>`}<p class="small">${turnout(round)}</p><${Settled} room=${room} round=${round} /></section>`)}
    ${scorings.map((scoring) => html`<section class="section" key=${scoring.id}>
      <${Met} scoring=${scoring} /><${Proposal} scoring=${scoring} /><p class="small">${answeredOf(scoring)}</p><${Scored} room=${room} scoring=${scoring} /></section>`)}
    ${decisions.length > 0 && html`<section class="section"><${head}>${_("Decided")}<//><${DecisionList} room=${room} decisions=${decisions} /></section>`}
    ${actions.length > 0 && html`<${Actions} room=${room} actions=${actions} read />`}`;
}
