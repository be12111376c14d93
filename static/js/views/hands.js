// Hands, in the order in which they were raised.
import { html, useEffect, useRef } from "../lib/html.js";
import { sayOfOthers } from "../lib/announce.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";

const raised = ({ scene }) => scene.all("hand").sort((a, b) => (a.at < b.at ? -1 : 1));

export function Hands({ room }) {
  const hands = raised(room);
  useRaisedSaid(hands.length);
  if (!hands.length) return null;
  return html`
    <section class="aside-part"><h2 class="aside-title">${_("Hands up")} <span class="count">${hands.length}</span></h2>
      <ol class="hands">${hands.map(({ id, participant, name }) => html`
        <li key=${id} class="hand"><span class="person-name" dir="auto">${name || _("Someone without a name")}</span>
          <${Act} room=${room} kind="LowerHand" fields=${{ participant }} class="button button--small" aria-label=${_("Lower the hand of %(name)s", { name: name || _("Someone without a name") })}>${_("Lower")}<//></li>`)}
      </ol></section>`;
}

function useRaisedSaid(count) {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) sayOfOthers("hands", ngettext("%(n)s hand is up.", "%(n)s hands are up.", count));
    before.current = count;
  }, [count]);
}
