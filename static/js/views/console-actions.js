// The foot of the console: what the step waits for, what is done to this step, and Next at the far right.
import { html, useState } from "../lib/html.js";
import { roundOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { hiddenStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";
import { Closing } from "./closing.js";
import { CloseVote, Reveal } from "./finals.js";

export function ConsoleActions({ room, workshop, step }) {
  if (workshop.state === "closed") return null;
  if (!step) return html`<footer class="console-actions"><${Start} room=${room} /></footer>`;
  const steps = inOrder(room.scene);
  const at = steps.findIndex(({ id }) => id === step.id);
  const main = mainAct(room, step);
  return html`
    <footer class="console-actions">
      ${main}
      ${step.types.length > 0 && html`<${Lock} room=${room} step=${step} />`}
      ${at > 0 && html`<${Act} room=${room} kind="StartStep" fields=${{ step: steps[at - 1].id }} icon="arrow-left" class="button button--quiet">${_("Back")}<//>`}
      <${Next} room=${room} next=${steps[at + 1]} primary=${!main} />
    </footer>`;
}

function Start({ room }) {
  const [first] = inOrder(room.scene);
  if (!first) return null;
  return html`<${Act} room=${room} kind="StartStep" fields=${{ step: first.id }} icon="play" class="button button--primary">${_("Start")}<//>`;
}

// What the step waits for, if it waits for anything.
function mainAct(room, step) {
  const hidden = hiddenStep(room.scene, step);
  if (hidden) return html`<${Reveal} room=${room} step=${hidden} />`;
  if (step.layout !== "vote") return null;
  const round = roundOf(room.scene, step);
  if (!round) return html`<${OpenVote} room=${room} step=${step} />`;
  return round.state === "open" ? html`<${CloseVote} room=${room} round=${round} />` : null;
}

// The id belongs to the press, so that a second press on a slow network is not a second vote.
export function OpenVote({ room, step, again = false }) {
  const [id] = useState(() => room.newId());
  return html`
    <${Act} room=${room} kind="OpenVote" fields=${{ id, step: step.id }} icon=${again ? "rotate-ccw" : "play"} class=${again ? "button" : "button button--primary"}>
      ${again ? _("Vote again") : _("Open the vote")}<//>`;
}

function Lock({ room, step }) {
  const locked = step.locks.length > 0;
  return html`
    <${Act} room=${room} kind="LockStep" fields=${{ step: step.id, locked: !locked, what: "all" }} icon=${locked ? "lock-open" : "lock"}>
      ${locked ? _("Unlock") : _("Lock")}<//>`;
}

function Next({ room, next, primary }) {
  const [closing, setClosing] = useState(false);
  const look = primary ? "button button--primary console-next" : "button button--quiet console-next";
  if (next) return html`<${Act} room=${room} kind="StartStep" fields=${{ step: next.id }} class=${look}>${_("Next")}<${Icon} name="arrow-right" /><//>`;
  return html`
    <button type="button" class=${look} onClick=${() => setClosing(true)}>${_("Close the workshop")}</button>
    ${closing && html`<${Closing} room=${room} onClose=${() => setClosing(false)} />`}`;
}
