// Taking an action on is a promise with a name on it. The name is asked for, and proposed where known.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { dateShown } from "../lib/fmt.js";
import { _ } from "../lib/words.js";

export function TakeIt({ room, action, onClose }) {
  const me = room.scene.get("participant", room.you.value.id);
  const [who, setWho] = useState(action.who || me?.name || "");
  const [missing, setMissing] = useState(false);
  const take = (event) => {
    event.preventDefault();
    if (!who.trim()) return setMissing(true);
    room.send("TakeAction", { action: action.id, taken: true, who: who.trim() });
    say(_("It is yours now."));
    return onClose();
  };
  return html`
    <${Dialog} title=${_("I take it")} onClose=${onClose}>
      <form class="form" onSubmit=${take}>
        <p dir="auto">${action.what}</p>
        ${action.due && html`<p class="small">${_("By %(date)s", { date: dateShown(action.due, room.language) })}</p>`}
        <p class="small">${_("With this you accept it: it is yours, and the room sees that you have said yes.")}</p>
        <div class="field ${missing ? "field--wrong" : ""}"><label class="field-label" for="take-who">${_("Your name")} <span class="field-hint">${_("– everyone sees it on this action")}</span></label>
          <input class="field-input" id="take-who" value=${who} autofocus autocomplete="given-name" maxlength=${room.limits.value.name_graphemes}
            aria-invalid=${missing ? "true" : undefined} aria-describedby="take-error" onInput=${(event) => setWho(event.currentTarget.value)} />
          <p class="field-error" id="take-error">${missing && _("An action needs a name.")}</p></div>
        <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("I take it")}</button></div>
      </form>
    <//>`;
}
