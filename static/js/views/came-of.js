// What came of a step, to be read and not changed: its closed votes and polls, what was decided, and its actions.
import { html } from "../lib/html.js";
import { answeredOf } from "../lib/marks.js";
import { rowsOf } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { Chosen } from "./chosen.js";
import { DecisionList } from "./decisions.js";
import { Plot } from "./plot.js";
import { turnout } from "./result.js";
import { Rows } from "./rows.js";
import { Met, Proposal, Reservations, Scored } from "./scoring-result.js";
import { Settled } from "./settled.js";
import { Weighed } from "./weighed.js";

export function cameOf(scene, step) {
  const own = (kind) => scene.all(kind).filter((each) => each.step === step.id);
  const closed = (kind) => own(kind).filter(({ state }) => state === "closed");
  return { step, rows: rowsOf(scene, step), rounds: closed("round"), scorings: closed("scoring"), decisions: own("decision"), actions: own("action") };
}

// came: what cameOf gives. head: the heading that is next where it stands.
export function CameOf({ room, came: { step, rows, rounds, scorings, decisions, actions }, head }) {
  return html`
    <${Chosen} room=${room} step=${step} />
    ${rounds.map((round, n) => html`<section class="section" key=${round.id}>
      ${rounds.length > 1 && html`<${head}>${_("Round %(n)s", { n: n + 1 })}<//>`}<p class="small">${turnout(round)}</p><${Settled} room=${room} round=${round} /></section>`)}
    ${scorings.map((scoring) => html`<section class="section" key=${scoring.id}>
      <${Met} scoring=${scoring} /><${Proposal} scoring=${scoring} /><${Reservations} room=${room} scoring=${scoring} past head=${head} /><p class="small">${answeredOf(scoring)}</p><${Marked} room=${room} step=${step} scoring=${scoring} /></section>`)}
    ${rows.length > 0 && html`<${Rows} room=${room} step=${step} />`}
    ${decisions.length > 0 && html`<section class="section"><${head}>${_("Decided")}<//><${DecisionList} room=${room} decisions=${decisions} /></section>`}
    ${actions.length > 0 && html`<${Actions} room=${room} actions=${actions} read />`}`;
}

// What was compared is told in its order; a poll as its marks lie.
function Marked({ room, step, scoring }) {
  if (!room.scene.get("weighing", scoring.id)) return html`<${Scored} room=${room} scoring=${scoring} />`;
  return html`<${Plot} room=${room} scoring=${scoring} /><${Weighed} room=${room} step=${step} scoring=${scoring} />`;
}
