// Whether the door lets people in, in a word that stands where the code stands; the sheet has the rest.
import { html, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { _ } from "../lib/words.js";

const door = () => import("./door.js");

export function DoorButton({ room, workshop }) {
  const [open, setOpen] = useState(false);
  const closed = workshop.door_closed;
  return html`
    <div class="buttons"><button type="button" class="button button--small" onClick=${() => setOpen(true)}>
      <${Icon} name=${closed ? "door-closed" : "door-open"} />${closed ? _("The door is closed") : _("The door is open")}</button></div>
    ${open && html`<${Later} load=${door} name="Door" beside room=${room} onClose=${() => setOpen(false)} />`}`;
}
