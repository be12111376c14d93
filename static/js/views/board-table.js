// A table on the board: the rows as large as they fit, then heads to count, at last what came of the marks.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { choiceOn, rowsOf } from "../lib/table.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { Marked } from "./board-weighed.js";
import { RowWords } from "./rows.js";
import { SideLists } from "./sides.js";

const LOOKS = ["large", "broad", "middle", "small"];
const EXAMPLES = 3; // for each side of a row

export function BoardTable(props) {
  const scoring = scoringOf(props.room.scene, props.step);
  return scoring ? html`<${Marked} ...${props} scoring=${scoring} />` : html`<${Written} ...${props} />`;
}

function Written({ room, workshop, step }) {
  const rows = rowsOf(room.scene, step);
  const { box, pages } = useFit(LOOKS, rows.length);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages} sub=${rows.length ? ngettext("%(n)s row", "%(n)s rows", rows.length) : ""}>
      ${!rows.some(({ nothing }) => !nothing) && html`<p class="turnout-soon">${_("Write the first row on your phone.")}</p>`}
      ${rows.length > 0 && html`<div class="wall" ref=${box}><ul class="notes rows">
        ${rows.map((row) => html`
          <li class="row" key=${row.id} data-choice=${choiceOn(room.scene, step, row.id).choice || undefined}>
            <${RowWords} room=${room} step=${step} row=${row} words=${softened} /><${SideLists} room=${room} row=${row} words=${softened} most=${EXAMPLES} /></li>`)}</ul></div>`}
    <//>`;
}
