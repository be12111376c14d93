// Notes in columns on the board; on several pages they stand in the order that fills them.
import { html, useLayoutEffect, useState } from "../lib/html.js";
import { softened } from "../lib/text.js";
import { packed } from "../lib/wall.js";
import { Note } from "./note.js";

// box: what useFit measures.
export function BoardNotes({ room, box, notes, rising = false }) {
  const ordered = usePacked(box, notes);
  return html`
    <div class="wall" ref=${box}><ul class="notes ${rising ? "notes--reveal" : ""}">
      ${ordered.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${softened} />`)}</ul></div>`;
}

// The order of the reveal says nothing, it was shuffled; so notes may change places to fill a page.
function usePacked(box, notes) {
  const [order, setOrder] = useState([]);
  useLayoutEffect(() => {
    const found = "paged" in box.current.dataset ? packedIn(box.current.firstElementChild, notes) : [];
    if (found.join() !== order.join()) setOrder(found);
  });
  const places = new Map(order.map((id, n) => [id, n]));
  const place = ({ id }) => places.get(id) ?? order.length;
  return order.length ? [...notes].sort((a, b) => place(a) - place(b)) : notes;
}

function packedIn(list, notes) {
  const drawn = new Map([...list.children].map((it) => [it.dataset.id, it]));
  const between = parseFloat(getComputedStyle(list.firstElementChild).marginBottom);
  return packed(notes.map(({ id }) => ({ id, height: drawn.get(id).offsetHeight + between })), list.clientHeight);
}
