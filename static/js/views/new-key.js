// The facilitator's link made anew: it is told once, for only a hash of its key is kept.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { post } from "../lib/post.js";
import { say, sayError } from "../lib/announce.js";
import { _ } from "../lib/words.js";
import { LinkField } from "./link-field.js";

// Gives {facilitator_url} or {error, unsure}.
export async function newKey({ workshop }) {
  const answer = await post(`/api/workshops/${workshop}/key`);
  if (answer.error) sayError(answer.error);
  else say(_("There is a new facilitator link."));
  return answer;
}

export function NewKey({ made, onAgain }) {
  if (made.error) {
    return html`
      <section class="people-part"><p class="field-error"><${Icon} name="triangle-alert" />${made.error}</p>
        <p>${made.unsure
          ? _("Perhaps the new link was made all the same. Then the old one opens nothing any more, and nobody has the new one. Make one more to be sure.")
          : _("The old facilitator link still opens.")}</p>
        <div class="buttons"><button type="button" class="button" onClick=${onAgain}>${_("Make a new facilitator link")}</button></div></section>`;
  }
  return html`
    <section class="people-part">
      <${LinkField} id="new-key" label=${_("The new facilitator link")} value=${made.facilitator_url} help=${_("Keep it now: it is not shown again. The old one opens nothing any more.")} /></section>`;
}
