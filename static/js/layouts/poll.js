// A poll on the phone: waiting, marking, or how the marks lie. A reason can be written beside it.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { takesNotes } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { polled } from "../views/compared.js";
import { Composer } from "../views/composer.js";
import { ToRead } from "../views/listed.js";
import { mayMark, Marking, Missed, useScoringSaid } from "../views/marking.js";
import { MyNotes } from "../views/my-notes.js";
import { Readers } from "../views/readers.js";
import { ScoringResult } from "../views/scoring-result.js";
import { Versions } from "../views/versions.js";

export function Screen({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  useScoringSaid(scoring);
  if (!scoring) return html`<main class="main"><${Waiting} room=${room} step=${step} /></main>`;
  if (scoring.state === "closed") {
    return html`<main class="main"><${ScoringResult} room=${room} scoring=${scoring} /><${Reason} room=${room} step=${step} scoring=${scoring} /><${Versions} room=${room} step=${step} latest=${scoring} /></main>`;
  }
  if (!mayMark(room, scoring)) return html`<main class="main"><${Missed} /></main>`;
  return html`<${Marking} key=${scoring.id} room=${room} step=${step} scoring=${scoring}><${Reason} room=${room} step=${step} scoring=${scoring} /><//>`;
}

function Waiting({ room, step }) {
  const items = polled(room.scene, step);
  const words = step.setup.proposal
    ? _("The text is not there yet. First the room agrees on how much agreement it needs.")
    : _("It has not opened yet. Think about where you stand.");
  return html`
    <p class="lead">${words}</p>
    ${items.length > 0 && html`<section class="section"><h2 class="counted">${ngettext("%(n)s thing to answer", "%(n)s things to answer", items.length)}</h2><${ToRead} items=${items} /></section>`}`;
}

// What stands behind a mark: a note without a name, that the room reads before it talks.
function Reason({ room, step, scoring }) {
  if (!step.types.length) return null;
  const writes = takesNotes(step) && !step.locks.includes("writing");
  return html`
    ${writes && html`<details class="more"><summary>${_("Say what stands in the way")}</summary><${Composer} room=${room} step=${step} about=${scoring.id} /><${Readers} step=${step} /></details>`}
    <${MyNotes} room=${room} step=${step} />`;
}
