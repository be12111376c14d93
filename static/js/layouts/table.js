// A table on the phone: rows that all see and anyone adds to, then marks in secret, at last what came of it.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { fieldsOf, rowsOf } from "../lib/table.js";
import { takesNotes } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { AddRow } from "../views/add-row.js";
import { Locked } from "../views/locked.js";
import { mayMark, Marking, Missed, useScoringSaid } from "../views/marking.js";
import { Pace } from "../views/pace.js";
import { Readers } from "../views/readers.js";
import { Rows } from "../views/rows.js";
import { Outcome } from "../views/weighed-outcome.js";

export function Screen({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  useScoringSaid(scoring);
  if (scoring?.state === "open") {
    if (!mayMark(room, scoring)) return html`<main class="main"><${Missed} /><${Table} room=${room} step=${step} /></main>`;
    return html`<${Marking} key=${scoring.id} room=${room} step=${step} scoring=${scoring}><${Folded} room=${room} step=${step} /><//>`;
  }
  if (scoring) return html`<main class="main"><${Outcome} room=${room} step=${step} scoring=${scoring} /><${Folded} room=${room} step=${step} /></main>`;
  return html`<main class="main"><${Table} room=${room} step=${step} /></main>`;
}

// Writing stands above the rows: there may be a hundred. own(row): what one may change is one's own, and only while it is written here.
export function Table({ room, step }) {
  const open = step.state === "open" && !step.sealed;
  const writes = open && !step.locks.includes("writing");
  const own = ({ id }) => writes && Boolean(room.scene.get("authorship", id));
  const sides = writes && takesNotes(step);
  return html`
    <div class="table-part" data-layout="table">
      ${open && html`<${Locked} step=${step} what="writing" />`}
      ${!rowsOf(room.scene, step).length && html`<p class="empty">${_("No rows yet. Write the first one.")}</p>`}
      ${open && fieldsOf(step).length > 0 && html`<${AddRow} key=${step.id} room=${room} step=${step} locked=${!writes} />`}
      ${sides && html`<${Readers} step=${step} />`}
      <${Rows} room=${room} step=${step} may=${own} writes=${sides} />
    </div>
    ${open && html`<${Pace} room=${room} step=${step} />`}`;
}

function Folded({ room, step }) {
  return html`<details class="more"><summary>${_("The whole table")}</summary><${Rows} room=${room} step=${step} /></details>`;
}
