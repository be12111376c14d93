// Notes in columns on the board; on several pages they stand in the order that fills them.
import { html, useLayoutEffect, useState } from "../lib/html.js";
import { softened } from "../lib/text.js";
import { packed } from "../lib/wall.js";
import { _ } from "../lib/words.js";
import { Note } from "./note.js";

// box: what useFit measures. authors: what byAuthor gives; then the notes stay with their names.
export function BoardNotes({ room, box, notes, authors, rising = false }) {
  const ordered = usePacked(box, notes, !authors);
  const paper = ({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${softened} />`;
  return html`
    <div class="wall" data-by=${authors ? "author" : undefined} ref=${box}><ul class="notes ${rising ? "notes--reveal" : ""}">
      ${authors ? authors.map((each) => html`<${Author} key=${`by ${each.name}`} name=${each.name} />${each.notes.map(paper)}`) : ordered.map(paper)}</ul></div>`;
}

function Author({ name }) {
  return html`<li class="wall-author"><h2 dir="auto">${name || _("Without a name")}</h2></li>`;
}

// The order of the reveal says nothing, it was shuffled; so notes may change places to fill a page.
function usePacked(box, notes, may) {
  const [order, setOrder] = useState([]);
  useLayoutEffect(() => {
    const found = may && "paged" in box.current.dataset ? packedIn(box.current.firstElementChild, notes) : [];
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
