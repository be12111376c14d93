// Asks before someone is shown out: what happens to their device, to what they made, and how they stay out.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { newCode } from "../lib/new-code.js";
import { _ } from "../lib/words.js";

// onNewKey: the facilitator's link is to be another.
export function ShowOut({ room, person, onNewKey, onClose }) {
  const { id, known: name, seat, role } = person;
  const leads = role === "facilitator";
  const [fresh, setFresh] = useState(leads);
  const out = () => {
    room.send("RemoveParticipant", { participant: id });
    say(_("%(name)s is shown out.", { name }));
    if (fresh) (leads ? onNewKey() : newCode(room, true));
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
      <label class="check"><input type="checkbox" checked=${fresh} onChange=${(event) => setFresh(event.currentTarget.checked)} />
        <span>${leads
          ? _("Make a new facilitator link too, for the old one would let them in again. Facilitators who are in already stay in.")
          : _("Take a new code and a new invitation too, so that they cannot join again as someone else. The old ones stop working for everyone who is not in yet.")}</span></label>
    <//>`;
}
