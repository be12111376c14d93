// The room talks; the phone rests, and shows what has been agreed so far.
import { html } from "../lib/html.js";
import { isAboutParking } from "../lib/parked.js";
import { _ } from "../lib/words.js";
import { Actions } from "../views/actions.js";
import { Decisions } from "../views/decisions.js";
import { ParkedList } from "../views/parked-list.js";
import { TakeOut } from "../views/take-out.js";

export function Screen({ room, step }) {
  const actions = room.scene.all("action");
  return html`
    <main class="main">
      <p class="lead">${step.phase === "break" ? _("A break. Your phone can rest too.") : _("Now we talk. Your phone can rest.")}</p>
      ${isAboutParking(step) && html`<${ParkedList} room=${room} tools=${(thought) => html`<${TakeOut} room=${room} thought=${thought} />`} />`}
      <${Decisions} room=${room} />
      ${actions.length > 0 && html`<section class="section"><h2 class="counted">${_("Actions")} <span class="count">${actions.length}</span></h2>
        <${Actions} room=${room} actions=${actions} /></section>`}
    </main>`;
}
