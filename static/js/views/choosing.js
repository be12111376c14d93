// The facilitator keeps or drops one thing, with the room; a dropped one asks for the reason.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { sayError } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { choiceOn, itemName } from "../lib/table.js";
import { _ } from "../lib/words.js";

export function Choosing({ room, step, item }) {
  const [dropping, setDropping] = useState(false);
  const { choice, reason } = choiceOn(room.scene, step, item.item);
  const what = itemName(room.scene, item);
  const choose = (wanted, why = "") => room.send("ChooseItem", { step: step.id, item: item.item, choice: choice === wanted ? "" : wanted, reason: why });
  const drop = () => (choice === "drop" ? choose("drop") : setDropping(true));
  return html`
    <div class="buttons choosing" role="group" aria-label=${_("Keep or drop “%(what)s”", { what })}>
      <button type="button" class="button button--small" aria-pressed=${String(choice === "keep")} onClick=${() => choose("keep")}>${_("Keep")}</button>
      <button type="button" class="button button--small" aria-pressed=${String(choice === "drop")} onClick=${drop}>${_("Drop")}</button>
      ${choice === "drop" && reason && html`<p class="small" dir="auto">${reason}</p>`}
    </div>
    ${dropping && html`<${Drop} room=${room} what=${what} id=${item.item} onDrop=${(why) => choose("drop", why)} onClose=${() => setDropping(false)} />`}`;
}

// What is typed is kept, also when one looks at the matrix once more before it is sent.
function Drop({ room, what, id, onDrop, onClose }) {
  const draft = `why ${id}`;
  const [why, setWhy] = useState(() => room.drafts.get(draft));
  const [missing, setMissing] = useState(false);
  const field = useRef(null);
  useEffect(() => field.current.focus(), []);
  const typed = ({ currentTarget: { value } }) => {
    setWhy(value);
    setMissing(false);
    room.drafts.set(draft, value);
  };
  const drop = (event) => {
    event.preventDefault();
    if (why.trim()) {
      onDrop(why.trim());
      room.drafts.set(draft, "");
      return onClose();
    }
    setMissing(true);
    sayError(_("Say why it is dropped. The list of what was dropped is worth its reasons."));
    return field.current.focus();
  };
  return html`
    <${Dialog} kept title=${_("Drop it on purpose?")} onClose=${onClose}>
      <form class="form" onSubmit=${drop}>
        <div class="dialog-body"><p dir="auto">${what}</p>
          <div class="field ${missing ? "field--wrong" : ""}"><label class="field-label" for="why-${id}">${_("Why?")} <span class="field-hint">${_("– it stays in the report, to look up next time")}</span></label>
            <input class="field-input" id="why-${id}" ref=${field} value=${why} dir="auto" autocomplete="off" maxlength="280"
              aria-invalid=${missing ? "true" : undefined} aria-describedby=${missing ? `why-${id}-error` : undefined} onInput=${typed} />
            ${missing && html`<p class="field-error" id="why-${id}-error"><${Icon} name="triangle-alert" />${_("Say why it is dropped. The list of what was dropped is worth its reasons.")}</p>`}</div></div>
        <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("Drop it")}</button></div>
      </form>
    <//>`;
}
