// A dot vote on the phone: waiting, voting, or the result.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { groupOf, isAllTold, paperOf, roundOf, titleOf } from "../lib/ballot.js";
import { castPlan, forgetPlan, isSaved, plannedDots } from "../lib/dot-plan.js";
import { Icon } from "../lib/icons.js";
import { shuffled } from "../lib/shuffle.js";
import { _, ngettext } from "../lib/words.js";
import { Ballot } from "../views/ballot.js";
import { compared } from "../views/compared.js";
import { ToRead } from "../views/listed.js";
import { Locked } from "../views/locked.js";
import { PaceButton, paceOf, setPace } from "../views/pace.js";
import { Settled } from "../views/settled.js";
import { UndoButton } from "../views/undo.js";
import { ChooseGroup, VotesAs } from "../views/vote-group.js";
import { Planned } from "../views/vote-plan.js";
import { wayBack } from "../live/take-back.js";

export function Screen({ room, step }) {
  const round = roundOf(room.scene, step);
  useVoteSaid(round);
  useEffect(() => void (round?.state === "closed" && forgetPlan(room, round)), [round?.id, round?.state]);
  const isBack = useTakenBack(room, step, round);
  if (!round) return html`<main class="main"><${Waiting} room=${room} step=${step} isBack=${isBack} /></main>`;
  if (round.state === "closed") return html`<main class="main"><${Settled} room=${room} round=${round} /></main>`;
  if (round.state === "planned") return html`<main class="main"><${Planned} key=${round.id} room=${room} round=${round} /></main>`;
  if (!paperOf(room.scene, round, room.you.value.id)) {
    return html`<main class="main"><p class="lead">${_("You came after the vote opened. The facilitator can let you in.")}</p></main>`;
  }
  return html`<${Voting} key=${round.id} room=${room} step=${step} round=${round} />`;
}

// Whether a plan that this page had seen was taken back; then the dots that were laid out here are about nothing.
function useTakenBack(room, step, round) {
  const last = useRef(null);
  const isBack = !round && last.current?.step === step.id && last.current.state === "planned";
  useEffect(() => {
    if (!isBack) return;
    forgetPlan(room, last.current);
    say(LOOKED_AT());
  }, [isBack]);
  if (round) last.current = round;
  return isBack;
}

const LOOKED_AT = () => _("What can be chosen is looked at once more. No dot was given; lay yours out again when the vote is planned.");

// In an order of this device's own, as the ballot will be.
function Waiting({ room, step, isBack }) {
  const items = compared(room.scene, step);
  return html`
    <p class="lead">${_("The vote has not opened yet. Think about what matters most.")}</p>
    ${isBack && html`<p class="promise"><${Icon} name="eye" /><span>${LOOKED_AT()}</span></p>`}
    ${items.length > 0 && html`<section class="section"><h2 class="counted">${ngettext("%(n)s thing to choose", "%(n)s things to choose from", items.length)}</h2>
      <${ToRead} items=${shuffled(items, ({ item }) => step.id + item)} /></section>`}`;
}

// Opening and closing are told, if this page was there before, and each place of a result that comes by and by.
function useVoteSaid(round) {
  const before = useRef(null);
  const state = round?.state ?? "none";
  const told = round?.results.length ?? 0;
  useEffect(() => {
    if (before.current && state === "open") say(round.run_off ? _("A run-off is open: vote among those that tie.") : _("The vote is open."));
    if (before.current === "open" && state === "closed") say(isAllTold(round) ? _("The vote is closed. Here is the result.") : _("The vote is closed. The result comes place by place."));
    if (before.current === "closed" && state === "closed" && told) say(_("Place %(rank)s: %(title)s", { rank: round.results[0].rank, title: titleOf(round.results[0]) }));
    before.current = state;
  }, [round?.id, state, told]);
}

function Voting({ room, step, round }) {
  const [choosing, setChoosing] = useState(false);
  if (round.groups.length && (choosing || !groupOf(room.scene, round))) {
    return html`<main class="main"><${ChooseGroup} room=${room} round=${round} onChosen=${() => setChoosing(false)} /></main>`;
  }
  return html`<${Giving} room=${room} step=${step} round=${round} onRegroup=${() => setChoosing(true)} />`;
}

function Giving({ room, step, round, onRegroup }) {
  const done = paceOf(room, step) === "done";
  return html`
    <main class="main"><${Locked} step=${step} what="voting" />${round.run_off && html`<p class="lead">${_("A run-off: these tie at the cut.")}</p>`}
      ${round.groups.length > 0 && html`<${VotesAs} room=${room} round=${round} onChange=${onRegroup} />`}
      <${CastPlan} room=${room} round=${round} locked=${step.locks.includes("voting")} /><${Ballot} room=${room} round=${round} locked=${step.locks.includes("voting")} />
      <div class="buttons"><${PaceButton} room=${room} step=${step} pace="more" icon="clock">${_("I need more time")}<//><${UndoDot} room=${room} /></div></main>
    <footer class="foot">
      <p class="promise"><${Icon} name="eye-off" /><span><b>${_("Hidden from all")}</b> ${_("until the vote closes.")}</span></p>
      ${done ? html`<p class="saving saving--done" role="status"><${Icon} name="check" />${_("Done. You can still move your dots.")}</p>`
        : html`<button type="button" class="button button--primary button--wide" onClick=${() => setPace(room, step, "done")}>${_("Done – you can still change it")}</button>`}
    </footer>`;
}

// What was laid out before the vote opened is given by one tap, or let go; a dot given by hand lets it go too.
function CastPlan({ room, round, locked }) {
  const [, draw] = useState(0);
  const dots = plannedDots(room, round);
  const n = dots.reduce((sum, each) => sum + each.dots, 0);
  const saved = isSaved(room, round);
  useEffect(() => void (saved && forgetPlan(room, round)), [saved]);
  if (!n) return null;
  const letGo = () => {
    forgetPlan(room, round);
    draw((times) => times + 1);
  };
  const cast = () => {
    if (locked) return;
    castPlan(room, round);
    say(_("Your plan is given. You can still move your dots."));
  };
  return html`
    <section class="card"><h2>${_("Your plan")}</h2>
      <p>${ngettext("You have planned %(n)s dot. Nobody has it yet.", "You have planned %(n)s dots. Nobody has them yet.", n)}</p>
      <div class="buttons"><button type="button" class="button button--primary" aria-disabled=${locked ? "true" : undefined} onClick=${cast}><${Icon} name="check" />${_("Give my dots as planned")}</button>
        <button type="button" class="button button--quiet" onClick=${letGo}>${_("Begin anew")}</button></div></section>`;
}

// Below the list, so that no tap moves what is under the finger.
function UndoDot({ room }) {
  const last = room.last.value;
  return last?.kind === "CastVote" && wayBack(room, last) && html`<${UndoButton} room=${room} class="button button--small button--quiet">${_("Undo the last dot")}<//>`;
}
