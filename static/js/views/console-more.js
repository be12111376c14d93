// What is wanted now and then: the other screens, the files, and the end. It all has this one place.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { facilitators } from "../lib/lead.js";
import { isSounding, setSounding } from "../lib/sound.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { AsParticipant } from "./as-participant.js";
import { Closing } from "./closing.js";
import { Downloads } from "./downloads.js";
import { LeadSheet, leadWords } from "./lead.js";

const ASKING = () => import("./asking.js");
const LINKING = () => import("./results-link.js");
const DECIDING = () => import("./decide.js");
const DOOR = () => import("./door.js");
const PARKING = () => import("./park.js");
const HISTORY = () => import("./history.js");

export function ConsoleMore({ room, workshop, onClose }) {
  const [doing, setDoing] = useState("");
  const closed = workshop.state === "closed";
  if (doing === "history") return html`<${Later} load=${HISTORY} name="History" beside room=${room} onClose=${onClose} />`;
  if (doing === "lead") return html`<${LeadSheet} room=${room} workshop=${workshop} onClose=${onClose} />`;
  if (doing === "seeing") return html`<${AsParticipant} room=${room} step=${workshop.step || inOrder(room.scene)[0]?.id} onClose=${onClose} />`;
  if (doing === "door") return html`<${Later} load=${DOOR} name="Door" beside room=${room} onClose=${onClose} />`;
  if (doing === "asking") return html`<${Later} load=${ASKING} name="Asking" beside room=${room} onClose=${onClose} />`;
  if (doing === "deciding") return html`<${Later} load=${DECIDING} name="Decide" beside room=${room} step=${currentStep(room.scene)} onClose=${onClose} />`;
  if (doing === "parking") return html`<${Later} load=${PARKING} name="Park" beside room=${room} onClose=${onClose} />`;
  if (doing === "closing") return html`<${Closing} room=${room} onClose=${onClose} />`;
  return html`
    <${Dialog} sort="sheet" title=${_("More")} onClose=${onClose}>
      <div class="sheet-actions">
        <a class="button" href="/w/${room.workshop}/plan"><${Icon} name="list" />${_("Plan")}</a>
        <a class="button" href="/w/${room.workshop}/links"><${Icon} name="link" />${_("Links")}</a>
        ${!closed && html`<a class="button" href="/w/${room.workshop}/continue"><${Icon} name="history" />${_("Continue from …")}</a>
        <a class="button" href="/w/${room.workshop}/bring-in"><${Icon} name="clipboard-paste" />${_("Bring in notes")}</a>`}
        <button type="button" class="button" onClick=${() => setDoing("seeing")}><${Icon} name="smartphone" />${_("See as a participant")}</button>
        ${!closed && html`<button type="button" class="button" onClick=${() => setDoing("asking")}><${Icon} name="message-circle-question-mark" />${_("Ask the room")}</button>
        ${workshop.state === "running" && html`<button type="button" class="button" onClick=${() => setDoing("deciding")}><${Icon} name="flag" />${_("Write a decision")}</button>`}
        <button type="button" class="button" onClick=${() => setDoing("parking")}><${Icon} name="square-parking" />${_("Park a thought")}</button>
        <button type="button" class="button" onClick=${() => setDoing("door")}><${Icon} name=${workshop.door_closed ? "door-closed" : "door-open"} />${_("The door")}</button>`}
        ${workshop.started_at && html`<a class="button" href="/w/${room.workshop}/replay?as=facilitator"><${Icon} name="play" />${_("Look back at how it grew")}</a>`}
        ${workshop.step && html`<a class="button" href="/api/workshops/${room.workshop}/artifacts/board.png?as=facilitator&step=${workshop.step}" download="board.png"><${Icon} name="download" />${_("Picture of this step")}</a>`}
        <button type="button" class="button" onClick=${() => setDoing("history")}><${Icon} name="history" />${_("What was done")}</button>
        ${!closed && facilitators(room.scene).length > 1 && html`<button type="button" class="button" onClick=${() => setDoing("lead")}><${Icon} name="flag" />${leadWords(room, workshop)}</button>`}
      </div>
      <${Sounding} />
      ${workshop.state === "running" && html`<details class="more"><summary>${_("Download what is there so far")}</summary><${Downloads} room=${room} /><${Later} load=${LINKING} name="ResultsLink" room=${room} /></details>`}
      <div class="sheet-actions">
        ${!closed && html`<button type="button" class="button" onClick=${() => setDoing("closing")}><${Icon} name="log-out" />${_("Close the workshop")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function Sounding() {
  const [on, setOn] = useState(isSounding);
  const set = ({ currentTarget: { checked } }) => {
    setSounding(checked);
    setOn(checked);
  };
  return html`<label class="check"><input type="checkbox" checked=${on} onChange=${set} /> <span>${_("A soft sound at two minutes and at the end, on this device alone")}</span></label>`;
}
