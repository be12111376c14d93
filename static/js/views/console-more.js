// What is wanted now and then: the other screens, the files, and the end. It all has this one place.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { AsParticipant } from "./as-participant.js";
import { Closing } from "./closing.js";
import { Downloads } from "./downloads.js";

export function ConsoleMore({ room, workshop, onClose }) {
  const [closing, setClosing] = useState(false);
  const [seeing, setSeeing] = useState(false);
  const closed = workshop.state === "closed";
  if (closing) return html`<${Closing} room=${room} onClose=${onClose} />`;
  if (seeing) return html`<${AsParticipant} room=${room} step=${workshop.step || inOrder(room.scene)[0]?.id} onClose=${onClose} />`;
  return html`
    <${Dialog} sort="sheet" title=${_("More")} onClose=${onClose}>
      <div class="sheet-actions">
        <a class="button" href="/w/${room.workshop}/plan"><${Icon} name="list" />${_("Plan")}</a>
        <a class="button" href="/w/${room.workshop}/links"><${Icon} name="link" />${_("Links")}</a>
        <button type="button" class="button" onClick=${() => setSeeing(true)}><${Icon} name="smartphone" />${_("See as a participant")}</button>
      </div>
      ${workshop.state === "running" && html`<details class="more"><summary>${_("Download what is there so far")}</summary><${Downloads} room=${room} /></details>`}
      <div class="sheet-actions">
        ${!closed && html`<button type="button" class="button" onClick=${() => setClosing(true)}><${Icon} name="log-out" />${_("Close the workshop")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}
