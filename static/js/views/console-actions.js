// The foot of the console: what the step waits for, what is done to this step, and Next at the far right.
import { html, useState } from "../lib/html.js";
import { isAllTold, roundOf } from "../lib/ballot.js";
import { newest, subjectOf } from "../lib/forms.js";
import { scoringOf } from "../lib/marks.js";
import { Icon } from "../lib/icons.js";
import { otherLead } from "../lib/lead.js";
import { leaving } from "../lib/resting.js";
import { goingTo, hiddenStep, inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";
import { CloseScoring, CloseVote, Reveal } from "./finals.js";
import { Led } from "./lead.js";
import { Locks } from "./locks.js";
import { Next } from "./next.js";
import { StillOpen } from "./kept-open.js";

export function ConsoleActions({ room, workshop, step }) {
  if (workshop.state === "closed") return null;
  const other = otherLead(room);
  return html`
    <footer class="console-actions">
      <${StillOpen} room=${room} />
      ${other ? html`<${Led} room=${room} other=${other}>${step && html`<${Locks} room=${room} step=${step} />`}<//>` : html`<${Moves} room=${room} step=${step} />`}
    </footer>`;
}

function Start({ room }) {
  const [first] = inOrder(room.scene);
  if (!first) return null;
  return html`<${Act} room=${room} kind="StartStep" fields=${goingTo(room.scene, first)} icon="play" class="button button--primary" onSent=${() => leaving("")}>${_("Start")}<//>`;
}

function Moves({ room, step }) {
  if (!step) return html`<${Start} room=${room} />`;
  const main = mainAct(room, step);
  return html`${main}<${Locks} room=${room} step=${step} /><${Next} room=${room} step=${step} primary=${!main} />`;
}

// What the step waits for, if it waits for anything.
function mainAct(room, step) {
  const hidden = hiddenStep(room.scene, step);
  if (step.layout === "poll" && (!hidden || hidden.id === step.id)) return pollAct(room, step, hidden);
  if (step.layout === "form") return formAct(room, step, hidden);
  if (["table", "matrix"].includes(step.layout)) return weighingAct(room, step, hidden);
  if (hidden) return html`<${Reveal} room=${room} step=${hidden} />`;
  if (step.layout !== "vote") return null;
  return voteAct(room, step, roundOf(room.scene, step));
}

function voteAct(room, step, round) {
  if (!round) return step.setup.plan ? html`<${PlanVote} room=${room} step=${step} />` : html`<${OpenVote} room=${room} step=${step} />`;
  if (round.state === "planned") return html`<${OpenVote} key=${round.id} room=${room} step=${step} planned=${round.id} />`;
  if (round.state === "open") return html`<${CloseVote} room=${room} round=${round} />`;
  return isAllTold(round) ? null : html`<${Act} room=${room} kind="TellResult" fields=${{ round: round.id, before: round.told }} icon="eye" class="button button--primary">${_("Show the next place")}<//>`;
}

// What stands in the way of an answer is shown when the answers are; nobody need have written any.
function pollAct(room, step, hidden) {
  const scoring = scoringOf(room.scene, step);
  if (!scoring && step.setup.proposal) return html`<button type="submit" form="propose" class="button button--primary"><${Icon} name="play" />${_("Open the poll")}</button>`;
  if (!scoring) return html`<${OpenScoring} room=${room} step=${step} />`;
  if (scoring.state === "open") return html`<${CloseScoring} room=${room} scoring=${scoring} />`;
  return hidden && room.presence.value.counts?.hidden ? html`<${Reveal} room=${room} step=${hidden} />` : null;
}

// A form can be written without a thought beside it; then there is nothing to reveal.
function formAct(room, step, hidden) {
  const asked = scoringOf(room.scene, step);
  if (asked?.state === "open") return html`<${CloseScoring} room=${room} scoring=${asked} />`;
  const written = newest(room.scene, subjectOf(step))?.step === step.id;
  const waits = hidden && (hidden.id !== step.id || !written || room.presence.value.counts?.hidden);
  return waits ? html`<${Reveal} room=${room} step=${hidden} />` : null;
}

// What speaks for and against is read before anyone scores; nobody need have written any.
function weighingAct(room, step, hidden) {
  const waits = hidden && (hidden.id !== step.id || room.presence.value.counts?.hidden);
  if (waits) return html`<${Reveal} room=${room} step=${hidden} />`;
  if (!step.setup.scales?.length) return null;
  const scoring = scoringOf(room.scene, step);
  if (!scoring) return html`<${OpenScoring} room=${room} step=${step} />`;
  return scoring.state === "open" ? html`<${CloseScoring} room=${room} scoring=${scoring} />` : null;
}

// together: a matrix that is placed by consensus, and not scored.
export function OpenScoring({ room, step, again = false, together = false }) {
  const [id] = useState(() => room.newId());
  return html`
    <${Act} room=${room} kind="OpenScoring" fields=${{ id, step: step.id, ...(together && { consensus: true }) }} icon=${again ? "rotate-ccw" : together ? "users" : "play"} class=${again || together ? "button" : "button button--primary"}>
      ${together ? _("Place them together instead") : again ? _("Ask once more") : step.layout === "poll" ? _("Open the poll") : _("Open the scoring")}<//>`;
}

// The id belongs to the press, so that a second press on a slow network is not a second vote; a vote that is
// planned has its own.
export function OpenVote({ room, step, planned = "", again = false, quiet = again }) {
  const [id] = useState(() => planned || room.newId());
  return html`
    <${Act} room=${room} kind="OpenVote" fields=${{ id, step: step.id }} icon=${again ? "rotate-ccw" : "play"} class=${quiet ? "button" : "button button--primary"}>
      ${again ? _("Vote again") : _("Open the vote")}<//>`;
}

const PLAN_MINUTES = 2; // where the step does not say

export function PlanVote({ room, step, quiet = false }) {
  const [id] = useState(() => room.newId());
  const minutes = step.setup.plan || PLAN_MINUTES;
  return html`
    <${Act} room=${room} kind="PlanVote" fields=${{ id, step: step.id, minutes }} icon="clock" class=${quiet ? "button" : "button button--primary"}>
      ${ngettext("%(n)s minute to plan the dots first", "%(n)s minutes to plan the dots first", minutes)}<//>`;
}
