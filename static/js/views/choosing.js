// The facilitator keeps or drops one thing, with the room; a dropped one asks for the reason.
import { html, useState } from "../lib/html.js";
import { Ask } from "../lib/dialog.js";
import { choiceOn, itemName } from "../lib/table.js";
import { useUnsent } from "../lib/typed.js";
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
    ${dropping && html`<${Drop} room=${room} step=${step} what=${what} id=${item.item} onDrop=${(why) => choose("drop", why)} onClose=${() => setDropping(false)} />`}`;
}

function Drop({ room, step, what, id, onDrop, onClose }) {
  const [why, setWhy] = useState("");
  const done = useUnsent(room, why.trim() && { kind: "ChooseItem", fields: { step: step.id, item: id, choice: "drop", reason: why.trim() } });
  const close = () => {
    done();
    onClose();
  };
  return html`
    <${Ask} title=${_("Drop it on purpose?")} yes=${_("Drop it")} no=${_("Back")} onYes=${() => onDrop(why.trim())} onClose=${close}>
      <p dir="auto">${what}</p>
      <div class="field"><label class="field-label" for="why-${id}">${_("Why?")} <span class="field-hint">${_("– it stays in the report, to look up next time")}</span></label>
        <input class="field-input" id="why-${id}" value=${why} dir="auto" autocomplete="off" maxlength="280" onInput=${({ currentTarget }) => setWhy(currentTarget.value)} /></div>
    <//>`;
}
