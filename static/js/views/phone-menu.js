// The quiet things of a phone, on one sheet: a hand, the last change, what was before, the own name.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { wayBack } from "../live/take-back.js";
import { Earlier, hasEarlier } from "./earlier.js";
import { Name } from "./name.js";
import { Park } from "./park.js";
import { doneWords, UndoButton } from "./undo.js";

export function Menu({ room, onClose }) {
  const [shown, setShown] = useState("");
  if (shown === "earlier") return html`<${Earlier} room=${room} onClose=${onClose} />`;
  if (shown === "park") return html`<${Park} room=${room} onClose=${onClose} />`;
  if (shown === "name") return html`<${Dialog} sort="sheet" title=${_("Your name")} onClose=${onClose}><${Name} room=${room} onSaved=${onClose} onClose=${onClose} /><//>`;
  const workshop = room.scene.one("workshop");
  const last = room.last.value;
  return html`
    <${Dialog} sort="sheet" title=${workshop.title} onClose=${onClose}>
      ${workshop.purpose && html`<p class="small" dir="auto">${workshop.purpose}</p>`}
      <div class="sheet-actions sheet-actions--one">
        ${workshop.state !== "closed" && html`<${HandButton} room=${room} onClose=${onClose} />
        <button type="button" class="button" onClick=${() => setShown("park")}><${Icon} name="square-parking" />${_("Park a thought")}</button>`}
        ${wayBack(room, last) && html`<${UndoButton} room=${room} onUndone=${onClose} class="button">${_("Undo: %(done)s", { done: doneWords(last) })}<//>`}
        ${hasEarlier(room.scene) && html`<button type="button" class="button" onClick=${() => setShown("earlier")}><${Icon} name="history" />${_("What we have so far")}</button>`}
        <button type="button" class="button" onClick=${() => setShown("name")}><${Icon} name="user-round" />${_("Your name")}</button>
        <a class="button" href="/privacy" target="_blank" rel="noopener"><${Icon} name="eye-off" />${_("Privacy, in a page of its own")}</a>
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function HandButton({ room, onClose }) {
  const up = handIsUp(room);
  const press = () => {
    raise(room, !up);
    onClose();
  };
  return html`<button type="button" class="button" aria-pressed=${String(up)} onClick=${press}><${Icon} name="hand" />${up ? _("Lower your hand") : _("Raise your hand")}</button>`;
}

function handIsUp({ scene, you }) {
  return Boolean(scene.get("hand", you.value.id));
}

function raise(room, raised) {
  room.send("RaiseHand", { raised });
  say(raised ? _("Your hand is up. The facilitator sees it in its turn.") : _("Your hand is down."));
}

// A raised hand stays in sight, with the way down beside it.
export function HandUp({ room }) {
  return html`
    <p class="hand-up"><${Icon} name="hand" /><span>${_("Your hand is up.")}</span>
      <button type="button" class="button button--small" onClick=${() => raise(room, false)}>${_("Lower it")}</button></p>`;
}
