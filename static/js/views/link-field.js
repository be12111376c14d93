// A link to hand out: read, selected and copied.
import { copied } from "../lib/copied.js";
import { html, useRef, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function LinkField({ id, label, value, help }) {
  const [done, setDone] = useState("");
  const field = useRef(null);
  const copy = async () => value && setDone((await copied(field.current)) ? _("Copied") : _("Selected. Press Ctrl+C"));
  return html`
    <div class="door-link"><label class="field-label" for=${id}>${label}</label>
      <div class="add-seat-line"><input class="field-input" id=${id} readonly value=${value} ref=${field} aria-describedby=${help && `${id}-help`} />
        <button type="button" class="button" aria-disabled=${value ? undefined : "true"} onClick=${copy}><${Icon} name="copy" /><span role="status">${done || _("Copy")}</span></button></div>
      ${help && html`<p class="field-help" id="${id}-help">${help}</p>`}</div>`;
}
