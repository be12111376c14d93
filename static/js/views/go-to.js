// What can be done with a step of the agenda: go there with the room, or read what was made in it.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { placedTitle } from "../lib/kinds.js";
import { Later } from "../lib/later.js";
import { nameOf, otherLead } from "../lib/lead.js";
import { goingTo, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";

const READING = () => import("./reading.js");

export function GoTo({ room, workshop, id, onClose, onGone }) {
  const [reading, setReading] = useState(workshop.state === "closed");
  const step = room.scene.get("step", id);
  if (!step) return null;
  if (reading) return html`<${Later} load=${READING} name="Reading" beside room=${room} step=${step} onClose=${onClose} onShown=${onGone} />`;
  const here = step.id === workshop.step;
  const title = placedTitle(step, inOrder(room.scene));
  const other = otherLead(room);
  const go = () => {
    room.send("StartStep", goingTo(room.scene, step));
    onClose();
    onGone();
  };
  return html`
    <${Dialog} title=${here ? _("The room is in “%(title)s”", { title }) : _("Go to “%(title)s”?", { title })} onClose=${onClose}>
      <div class="dialog-body"><p>${words(here, other)}</p></div>
      <div class="dialog-actions">
        ${step.state !== "planned" && html`<button type="button" class="button" onClick=${() => setReading(true)}><${Icon} name="book-open" />${_("Read what was made")}</button>`}
        <button type="button" class="button" autofocus onClick=${onClose}>${_("Stay here")}</button>
        ${!here && !other && html`<button type="button" class="button button--primary" onClick=${go}>${_("Go there")}</button>`}
      </div>
    <//>`;
}

function words(here, other) {
  if (other) return _("%(name)s leads and moves the room. You can read what was made.", { name: nameOf(other) });
  if (here) return _("You can read all that was made here on one page.");
  return _("All screens follow. Nothing that was made is lost, and you can come back.");
}
