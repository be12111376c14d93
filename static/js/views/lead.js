// Who leads, and how that changes: taken with a question, handed over, or shared again. Nothing does it by itself.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { facilitators, nameOf, otherLead } from "../lib/lead.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

// In the head while somebody leads; before that the lead is taken in More.
export function LeadButton({ room, workshop }) {
  const [open, setOpen] = useState(false);
  if (!workshop.lead) return null;
  return html`
    <button type="button" class="button button--quiet button--small console-lead" onClick=${() => setOpen(true)}>
      <${Icon} name="flag" /><span dir="auto">${leadWords(room, workshop)}</span></button>
    ${open && html`<${LeadSheet} room=${room} workshop=${workshop} onClose=${() => setOpen(false)} />`}`;
}

export function leadWords(room, workshop) {
  const other = otherLead(room);
  if (other) return _("%(name)s leads", { name: nameOf(other) });
  return workshop.lead ? _("You lead") : _("All lead");
}

export function LeadSheet({ room, workshop, onClose }) {
  const [taking, setTaking] = useState(false);
  const mine = workshop.lead === room.you.value.id;
  const others = facilitators(room.scene).filter(({ id }) => id !== room.you.value.id);
  if (taking) return html`<${TakeLead} room=${room} onClose=${onClose} />`;
  return html`
    <${Dialog} sort="sheet" title=${leadWords(room, workshop)} onClose=${onClose}>
      <p>${leadMeans(room, workshop)}</p>
      ${mine && others.length > 0 && html`
        <ul class="choices">${others.map((person) => html`
          <li key=${person.id}><${Act} room=${room} kind="HandOver" fields=${{ participant: person.id }} icon="arrow-right" class="choice" onSent=${onClose}>
            <span class="choice-title" dir="auto">${_("Hand over to %(name)s", { name: nameOf(person) })}</span><//></li>`)}</ul>`}
      <div class="sheet-actions">
        ${mine
          ? html`<${Act} room=${room} kind="ShareLead" icon="users" onSent=${onClose}>${_("Share it again")}<//>`
          : html`<button type="button" class="button" onClick=${() => setTaking(true)}><${Icon} name="flag" />${_("Take the lead")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function leadMeans(room, workshop) {
  const other = otherLead(room);
  if (other) return _("Only %(name)s moves the room now: the steps, the reveal, the votes and the close.", { name: nameOf(other) });
  if (workshop.lead) return _("Only you move the room now: the steps, the reveal, the votes and the close.");
  return _("Each facilitator can move the room. Take the lead, and only you can.");
}

export function TakeLead({ room, onClose }) {
  const other = otherLead(room);
  const take = () => {
    room.send("TakeLead");
    say(_("You lead"));
  };
  return html`
    <${Ask} title=${_("Take the lead?")} yes=${_("Take the lead")} no=${other ? _("Leave it with %(name)s", { name: nameOf(other) }) : _("Not now")} onYes=${take} onClose=${onClose}>
      <p>${other
        ? _("%(name)s can no longer move the room, and sees that you lead.", { name: nameOf(other) })
        : _("Then only you move the room: the steps, the reveal, the votes and the close.")}</p>
    <//>`;
}

// In the place of what moves the room, while somebody else leads; the children are what is still everyone's.
export function Led({ room, other, children }) {
  const [taking, setTaking] = useState(false);
  return html`
    <p class="console-led"><${Icon} name="flag" /><span><b dir="auto">${_("%(name)s leads", { name: nameOf(other) })}</b> ${_("and moves the room.")}</span></p>
    ${children}
    <button type="button" class="button" onClick=${() => setTaking(true)}>${_("Take the lead")}</button>
    ${taking && html`<${TakeLead} room=${room} onClose=${() => setTaking(false)} />`}`;
}
