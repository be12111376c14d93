// Every text that was polled before, and every time that was asked: how its answers lay, and what stood in the way.
import { html } from "../lib/html.js";
import { scoringsOf } from "../lib/marks.js";
import { _ } from "../lib/words.js";
import { Met, Proposal, Reservations, Scored } from "./scoring-result.js";

export function Versions({ room, step, latest }) {
  const older = scoringsOf(room.scene, step).filter(({ id, state }) => id !== latest.id && state === "closed").reverse();
  if (!older.length) return null;
  return html`
    <section class="section"><h2>${step.setup.proposal ? _("Earlier versions") : _("Asked before")}</h2>
      ${older.map((scoring) => html`
        <details class="card card--folded" key=${scoring.id}><summary>${scoring.text ? _("Version %(n)s", { n: scoring.version }) : _("Before")}</summary>
          <div class="version-told"><${Met} scoring=${scoring} /><${Proposal} scoring=${scoring} /><${Reservations} room=${room} scoring=${scoring} past head="h3" /><${Scored} room=${room} scoring=${scoring} /></div></details>`)}
    </section>`;
}
