// Asks before someone is shown out: what happens to their device, to what they made, and how they stay out.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { newCode } from "../lib/new-code.js";
import { _ } from "../lib/words.js";

export function ShowOut({ room, person, onClose }) {
  const [fresh, setFresh] = useState(false);
  const { id, known: name, seat, role } = person;
  const out = () => {
    room.send("RemoveParticipant", { participant: id });
    say(_("%(name)s is shown out.", { name }));
    if (fresh) newCode(room);
  };
  if (seat) {
    return html`
      <${Ask} title=${_("Take “%(name)s” away?", { name })} yes=${_("Take away")} no=${_("Leave it")} onYes=${out} onClose=${onClose}>
        <p>${_("Nothing more is written or voted for them. What was written stays, and you can bring them back.")}</p>
      <//>`;
  }
  return html`
    <${Ask} title=${_("Show “%(name)s” out?", { name })} yes=${_("Show out")} no=${_("Let them stay")} onYes=${out} onClose=${onClose}>
      <p>${_("Their device shows nothing more, and can do nothing. What they wrote stays, and you can let them in again.")}</p>
      ${role === "facilitator"
        ? html`<p>${_("Their facilitator link would still open. Make a new one under More, Links, and the old one stops working.")}</p>`
        : html`<label class="check"><input type="checkbox" checked=${fresh} onChange=${(event) => setFresh(event.currentTarget.checked)} />
          <span>${_("Take a new code too, so that they cannot join again as someone else. The old code stops working for everyone who is not in yet.")}</span></label>`}
    <//>`;
}
