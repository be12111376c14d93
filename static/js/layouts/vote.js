// A dot vote on the phone: waiting, voting, or the result.
import { html, useEffect, useMemo, useRef } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { dotsUsed, paperOf, roundOf } from "../lib/ballot.js";
import { shuffled } from "../lib/shuffle.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Candidate } from "../views/candidate.js";
import { Locked } from "../views/locked.js";
import { PaceButton, paceOf, setPace } from "../views/pace.js";
import { Result } from "../views/result.js";
import { UndoButton } from "../views/undo.js";
import { wayBack } from "../live/take-back.js";

export function Screen({ room, step }) {
  const round = roundOf(room.scene, step);
  useVoteSaid(round);
  if (!round) return html`<main class="main"><p class="lead">${_("The vote has not opened yet. Think about what matters most.")}</p></main>`;
  if (round.state === "closed") return html`<main class="main"><${Result} round=${round} /></main>`;
  if (!paperOf(room.scene, round, room.you.value.id)) {
    return html`<main class="main"><p class="lead">${_("You came after the vote opened. The facilitator can let you in.")}</p></main>`;
  }
  return html`<${Voting} key=${round.id} room=${room} step=${step} round=${round} />`;
}

// Opening and closing are told, if this page was there before.
function useVoteSaid(round) {
  const before = useRef(null);
  const state = round?.state ?? "none";
  useEffect(() => {
    if (before.current && state === "open") say(_("The vote is open."));
    if (before.current && state === "closed") say(_("The vote is closed. Here is the result."));
    before.current = state;
  }, [round?.id, state]);
}

function Voting({ room, step, round }) {
  const done = paceOf(room, step) === "done";
  return html`
    <main class="main"><${Locked} step=${step} what="voting" /><${Ballot} room=${room} round=${round} locked=${step.locks.includes("voting")} />
      <div class="buttons"><${PaceButton} room=${room} step=${step} pace="more" icon="clock">${_("I need more time")}<//><${UndoDot} room=${room} /></div></main>
    <footer class="foot">
      <p class="promise"><${Icon} name="eye-off" /><span><b>${_("Hidden from all")}</b> ${_("until the vote closes.")}</span></p>
      ${done ? html`<p class="saving saving--done" role="status"><${Icon} name="check" />${_("Done. You can still move your dots.")}</p>`
        : html`<button type="button" class="button button--primary button--wide" onClick=${() => setPace(room, step, "done")}>${_("Done – you can still change it")}</button>`}
    </footer>`;
}

// Below the list, so that no tap moves what is under the finger.
function UndoDot({ room }) {
  const last = room.last.value;
  return last?.kind === "CastVote" && wayBack(room, last) && html`<${UndoButton} room=${room} class="button button--small button--quiet">${_("Undo the last dot")}<//>`;
}

function Dots({ left, budget }) {
  const used = Array.from({ length: budget }, (x, n) => html`<i class=${n < left ? undefined : "used"}></i>`);
  return html`
    <p class="dots" aria-live="polite"><span class="dots-row" aria-hidden="true">${used}</span>
      <span class="dots-words">${ngettext("%(left)s of %(n)s dot left", "%(left)s of %(n)s dots left", budget, { left })}</span></p>`;
}

// One list, shuffled once for this device. A form of plain buttons: Tab goes through them.
export function Ballot({ room, round, locked = false }) {
  const left = round.budget - dotsUsed(room.scene, round);
  const order = useMemo(() => shuffled(round.candidates, ({ item }) => round.id + item), [round.id]);
  return html`
    <${Dots} left=${left} budget=${round.budget} />
    <ul class="candidates" data-layout="vote">
      ${order.map((candidate) => html`<${Candidate} key=${candidate.item} room=${room} round=${round} candidate=${candidate} left=${left} locked=${locked} />`)}
    </ul>`;
}
