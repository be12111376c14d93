// What came of a step, to be read and not changed: its closed votes, what was decided, and its actions.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { DecisionList } from "./decisions.js";
import { Result, turnout } from "./result.js";

export function cameOf(scene, step) {
  const own = (kind) => scene.all(kind).filter((each) => each.step === step.id);
  return { rounds: own("round").filter(({ state }) => state === "closed"), decisions: own("decision"), actions: own("action") };
}

// came: what cameOf gives. head: the heading that is next where it stands.
export function CameOf({ room, came: { rounds, decisions, actions }, head }) {
  return html`
    ${rounds.map((round, n) => html`<section class="section" key=${round.id}>
      ${rounds.length > 1 && html`<${head}>${_("Round %(n)s", { n: n + 1 })}<//>`}<p class="small">${turnout(round)}</p><${Result} round=${round} /></section>`)}
    ${decisions.length > 0 && html`<section class="section"><${head}>${_("Decided")}<//><${DecisionList} room=${room} decisions=${decisions} /></section>`}
    ${actions.length > 0 && html`<${Actions} room=${room} actions=${actions} read />`}`;
}
