// Hands, in the order in which they were raised.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export const raised = ({ scene }) => scene.all("hand").sort((a, b) => (a.at < b.at ? -1 : 1));

export function Hands({ room }) {
  const hands = raised(room);
  if (!hands.length) return null;
  return html`
    <section class="people-part"><h3 class="counted">${_("Hands up")} <span class="count">${hands.length}</span></h3>
      <ol class="hands">${hands.map(({ id, participant, name }) => html`
        <li key=${id} class="hand"><span class="person-name" dir="auto">${name || _("Someone without a name")}</span>
          <${Act} room=${room} kind="LowerHand" fields=${{ participant }} class="button button--small" aria-label=${_("Lower the hand of %(name)s", { name: name || _("Someone without a name") })}>${_("Lower")}<//></li>`)}
      </ol></section>`;
}
