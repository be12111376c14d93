// The end: thanks, what came of it, and the way to the results.
import { html } from "../lib/html.js";
import { dateShown } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Actions } from "./actions.js";
import { Decisions } from "./decisions.js";

export function Closed({ room }) {
  const workshop = room.scene.one("workshop");
  const actions = room.scene.all("action");
  return html`
    <main class="main">
      <p class="lead">${_("Thank you. The workshop is closed.")}</p>
      ${workshop.results_shared
        ? html`<a class="button button--primary button--wide" href="/w/${room.workshop}/results"><${Icon} name="file-down" />${_("See the results")}</a>`
        : html`<p>${_("The facilitator has not shared the results yet. When they are shared, you find them on this page.")}</p>`}
      <${Decisions} room=${room} />
      ${actions.length > 0 && html`<section class="section"><h2>${_("Actions")}</h2><${Actions} room=${room} actions=${actions} read /></section>`}
      ${workshop.follow_up && html`<p>${_("We look at the actions again on %(day)s.", { day: dateShown(workshop.follow_up, room.language) })}</p>`}
      <p class="small">${workshop.retention_days
        ? ngettext("Deleted from the server after %(n)s day; the host keeps the report.", "Deleted from the server after %(n)s days; the host keeps the report.", workshop.retention_days)
        : _("The host decides how long the workshop is kept.")}</p>
    </main>`;
}
