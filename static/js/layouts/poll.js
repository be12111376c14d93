// A poll on the phone: waiting, marking, or how the marks lie. A reason can be written beside it.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { takesNotes } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Composer } from "../views/composer.js";
import { mayMark, Marking, Missed, useScoringSaid } from "../views/marking.js";
import { MyNotes } from "../views/my-notes.js";
import { Readers } from "../views/readers.js";
import { ScoringResult } from "../views/scoring-result.js";

export function Screen({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  useScoringSaid(scoring);
  if (!scoring) return html`<main class="main"><p class="lead">${waiting(step)}</p></main>`;
  if (scoring.state === "closed") {
    return html`<main class="main"><${ScoringResult} room=${room} scoring=${scoring} /><${Reason} room=${room} step=${step} /></main>`;
  }
  if (!mayMark(room, scoring)) return html`<main class="main"><${Missed} /></main>`;
  return html`<${Marking} key=${scoring.id} room=${room} step=${step} scoring=${scoring}><${Reason} room=${room} step=${step} /><//>`;
}

function waiting({ setup }) {
  return setup.proposal
    ? _("The text is not there yet. First the room agrees on how much agreement it needs.")
    : _("It has not opened yet. Think about where you stand.");
}

<<<<<<< HEAD
=======
// Opening and closing are told, if this page was there before.
function useScoringSaid(scoring) {
  const seen = useRef(null);
  const state = scoring?.state ?? "none";
  useEffect(() => {
    if (seen.current && state === "open") say(_("The poll is open."));
    if (seen.current && state === "closed") say(_("The poll is closed. Here is how the answers lie."));
    seen.current = state;
  }, [scoring?.id, state]);
}

function Marking({ room, step, scoring }) {
  const done = paceOf(room, step) === "done";
  return html`
    <main class="main"><${Locked} step=${step} what="voting" />
      <${Marks} room=${room} scoring=${scoring} locked=${step.locks.includes("voting")} />
      <${Reason} room=${room} step=${step} />
      <div class="buttons"><${PaceButton} room=${room} step=${step} pace="more" icon="clock">${_("I need more time")}<//></div></main>
    <footer class="foot">
      <p class="promise"><${Icon} name="eye-off" /><span><b>${_("Hidden from all.")}</b> ${_("At the end only how many gave each mark is shown, from four answers on.")}</span></p>
      ${done ? html`<p class="saving saving--done" role="status"><${Icon} name="check" />${_("Done. You can still change your marks.")}</p>`
        : html`<button type="button" class="button button--primary button--wide" onClick=${() => setPace(room, step, "done")}>${_("Done – you can still change it")}</button>`}
    </footer>`;
}

// One list of groups of buttons, in the order of the wall: Tab goes from group to group, arrows go within.
export function Marks({ room, scoring, locked = false }) {
  const one = scoring.scales.length === 1;
  return html`
    <${Proposal} scoring=${scoring} />
    <ul class="scored" data-layout="poll">
      ${scoring.items.map((item) => html`
        <li class="scored-item" key=${item.item} data-id=${item.item}>
          ${!isAlone(scoring) && html`<h2 class="scored-title" dir="auto">${titleOf(item)}</h2>`}
          ${scoring.scales.map((scale) => html`
            <${MarkScale} key=${scale.id} room=${room} scoring=${scoring} item=${item.item} scale=${scale} locked=${locked}
              title=${isAlone(scoring) ? "" : titleOf(item)} alone=${one} />`)}
        </li>`)}
    </ul>`;
}

>>>>>>> 647221c (Poll a room without scripts too, and let simulated people say where they stand)
// What stands behind a mark: a note without a name, that the room reads before it talks.
function Reason({ room, step }) {
  if (!step.types.length) return null;
  const writes = takesNotes(step) && !step.locks.includes("writing");
  return html`
    ${writes && html`<details class="more"><summary>${_("Say what stands in the way")}</summary><${Composer} room=${room} step=${step} /><${Readers} step=${step} /></details>`}
    <${MyNotes} room=${room} step=${step} />`;
}
