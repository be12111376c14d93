// A refusal said inside a dialog: what stands behind it can be neither seen nor heard.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

export function Refused({ room, kinds }) {
  const last = room.refusals.value.filter(({ entry }) => kinds.includes(entry.kind)).at(-1);
  return html`<div role="alert">${last && html`<p class="advice">${last.error.message ?? _("That was not saved.")}</p>`}</div>`;
}
