// The parking lot, where the room looks at it together: what was parked, and what came along from before.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { From } from "./from.js";

const asWritten = (text) => text;

export function isAboutParking(step) {
  return step.layout === "talk" && step.setup?.subject === "parking";
}

// look: of the section. words(text): how a thought is set.
export function ParkedList({ room, look = "section", words = asWritten }) {
  const parked = room.scene.all("parked");
  return html`
    <section class=${look}><h2 class="counted">${_("Parking lot")} <span class="count">${parked.length}</span></h2>
      ${parked.length ? html`<ul class="parked">${parked.map(({ id, text, continued }) => html`<li key=${id}><p dir="auto">${words(text)}</p><${From} room=${room} id=${continued} /></li>`)}</ul>`
        : html`<p class="empty">${_("Nothing is parked.")}</p>`}
    </section>`;
}
