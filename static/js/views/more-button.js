// The three dots on a note: what can be done with it.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function More({ onClick }) {
  return html`
    <button type="button" class="button button--square button--quiet" tabindex="-1" aria-label=${_("More for this note")} onClick=${onClick}>
      <${Icon} name="ellipsis" /></button>`;
}
