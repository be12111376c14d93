// What stands at the foot while several notes are chosen.
import { chosenWords } from "../lib/chosen.js";
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function ChosenBar({ chosen, onMove }) {
  const n = chosen.ids.size;
  return html`
    <div class="chosen-bar" role="group" aria-label=${_("Chosen notes")}>
      <p class="chosen-words">${n ? chosenWords(n) : _("Tap the notes that belong together.")}</p>
      <button type="button" class="button button--quiet" onClick=${chosen.end}>${_("Stop choosing")}</button>
      <button type="button" class="button button--primary" disabled=${!n} onClick=${onMove}><${Icon} name="move" />${_("Move to…")}</button>
    </div>`;
}
