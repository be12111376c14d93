// The parking lot, where the room looks at it together: what was parked, what came along from before, and what becomes of it.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { became, inTheLot } from "../lib/parked.js";
import { _ } from "../lib/words.js";
import { From } from "./from.js";

const asWritten = (text) => text;

// look: of the section. words(text): how a thought is set. tools(thought): its buttons.
export function ParkedList({ room, look = "section", words = asWritten, tools }) {
  const parked = inTheLot(room.scene);
  return html`
    <section class=${look}><h2 class="counted">${_("Parking lot")} <span class="count">${parked.length}</span></h2>
      ${parked.length ? html`<${Thoughts} room=${room} parked=${parked} words=${words} tools=${tools} />`
        : html`<p class="empty">${_("Nothing is parked.")}</p>`}
    </section>`;
}

export function Thoughts({ room, parked, words = asWritten, tools }) {
  return html`<ul class="parked">${parked.map((thought) => html`<li key=${thought.id}><${Thought} room=${room} thought=${thought} words=${words} />${tools?.(thought)}</li>`)}</ul>`;
}

function Thought({ room, thought, words = asWritten }) {
  const told = became(thought);
  return html`
    <div class="parked-words"><p dir="auto">${words(thought.text)}</p>
      ${told && html`<p class="parked-became"><${Icon} name="corner-down-right" /><span dir="auto">${told}</span></p>`}
      ${thought.pending === "late" && html`<p class="note-state"><${Icon} name="clock" /> ${_("Not saved yet")}</p>`}
      <${From} room=${room} id=${thought.continued} /></div>`;
}
