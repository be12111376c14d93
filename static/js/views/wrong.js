// What is wrong with what was written, under its field or above its button.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";

export function Wrong({ words, id }) {
  return words && html`<p class="field-error" id=${id}><${Icon} name="triangle-alert" />${words}</p>`;
}
