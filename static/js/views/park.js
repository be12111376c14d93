// A thought of one's own for the parking lot, from any step, and those that one has parked. What is typed is kept until it is sent.
import { html, signal, useMemo } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { inTheLot } from "../lib/parked.js";
import { _ } from "../lib/words.js";
import { Paper } from "./paper.js";
import { Thoughts } from "./parked-list.js";
import { TakeOut } from "./take-out.js";

const DRAFT = "parked";

export function Park({ room, onClose }) {
  const text = useMemo(() => signal(room.drafts.get(DRAFT)), []);
  const keep = (typed) => {
    text.value = typed;
    room.drafts.set(DRAFT, typed);
  };
  const park = (written) => {
    if (!room.send("ParkNote", { id: room.newId(), text: written })) return;
    keep("");
    say(_("Parked."));
    onClose();
  };
  return html`
    <${Dialog} kept sort="sheet" title=${_("Park a thought")} onClose=${onClose}>
      <form class="compose" onSubmit=${(event) => event.preventDefault()}>
        <${Paper} room=${room} text=${text.value} id="park" focus label=${_("What belongs elsewhere, or comes too early")} button=${_("Park it")} onText=${keep} onSend=${park} />
      </form>
      <p class="promise"><${Icon} name="eye" /><span>${_("Everyone sees it in the parking lot, and nobody's name is on it. Until the workshop closes you can take it back.")}</span></p>
      <${Mine} room=${room} />
      <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button></div>
    <//>`;
}

function Mine({ room }) {
  const mine = inTheLot(room.scene).filter(({ id }) => room.scene.get("authorship", id));
  if (!mine.length) return null;
  return html`
    <section class="section"><h3 class="small">${_("You have parked:")}</h3>
      <${Thoughts} room=${room} parked=${mine} tools=${(thought) => html`<${TakeOut} room=${room} thought=${thought} />`} /></section>`;
}
