// The matrix on the board: what will be scored, heads to count, and at last where each thing stands.
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { _, ngettext } from "../lib/words.js";
import { BoardSoon } from "./board-soon.js";
import { Marked } from "./board-weighed.js";
import { compared } from "./compared.js";

export function BoardMatrix(props) {
  const scoring = scoringOf(props.room.scene, props.step);
  return scoring ? html`<${Marked} ...${props} scoring=${scoring} />` : html`<${Soon} ...${props} />`;
}

function Soon(props) {
  const items = compared(props.room.scene, props.step);
  return html`<${BoardSoon} ...${props} items=${items} soon=${_("The scoring opens in a moment. Each scores alone first.")} counted=${ngettext("thing to score", "things to score", items.length)} />`;
}
