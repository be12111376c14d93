// Notes before the meeting: from now until a time, by the invitation link, with no facilitator present.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { serverNow } from "../lib/clock.js";
import { copied } from "../lib/copied.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { momentShown } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { ask } from "../lib/post.js";
import { _, ngettext } from "../lib/words.js";

const HOUR = 3600000; // ms

export function Collect({ room, step, onClose }) {
  return html`
    <${Dialog} title=${_("Collect notes before the meeting")} onClose=${onClose}>
      ${step.state === "early" ? html`<${Open} room=${room} step=${step} onClose=${onClose} />` : html`<${Begin} room=${room} step=${step} onClose=${onClose} />`}
    <//>`;
}

function Begin({ room, step, onClose }) {
  const [until, setUntil] = useState(localTime(tomorrowAfternoon()));
  const open = (event) => {
    event.preventDefault();
    const when = new Date(until);
    if (Number.isNaN(when.getTime())) return;
    room.send("CollectNotes", { step: step.id, until: when.toISOString() });
    say(_("Open for notes."));
  };
  return html`
    <form class="form" onSubmit=${open}>
      <p>${_("People write in “%(title)s” from now on, each alone. Nothing is shown before you reveal it in the meeting.", { title: step.title })}</p>
      <div class="field"><label class="field-label" for="until">${_("Until")}</label>
        <input class="field-input" id="until" type="datetime-local" required autofocus value=${until} min=${localTime(new Date(serverNow()))} onInput=${(event) => setUntil(event.currentTarget.value)} />
        <p class="field-help">${_("A note that comes later is not taken, and its writer keeps it as a draft.")}</p></div>
      <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Not now")}</button>
        <button type="submit" class="button button--primary">${_("Open it")}</button></div>
    </form>`;
}

// The deadline may be another at any time, also when it has passed.
function Later({ room, step }) {
  const [until, setUntil] = useState(localTime(new Date(Math.max(Date.parse(step.until), serverNow() + HOUR))));
  const change = (event) => {
    event.preventDefault();
    const when = new Date(until);
    if (Number.isNaN(when.getTime())) return;
    room.send("CollectNotes", { step: step.id, until: when.toISOString() });
    say(_("Open until %(time)s.", { time: momentShown(when.toISOString(), room.language) }));
  };
  return html`
    <details class="more"><summary>${_("Another deadline")}</summary><form class="form" onSubmit=${change}>
      <div class="field"><label class="field-label" for="later">${_("Until")}</label>
        <input class="field-input" id="later" type="datetime-local" required value=${until} min=${localTime(new Date(serverNow()))} onInput=${(event) => setUntil(event.currentTarget.value)} /></div>
      <div class="buttons"><button type="submit" class="button">${_("Save")}</button></div></form></details>`;
}

function Open({ room, step, onClose }) {
  const came = room.presence.value.counts?.early ?? 0;
  const over = Date.parse(step.until) <= serverNow();
  const close = () => {
    room.send("FinishStep", { step: step.id });
    say(_("It takes no more notes."));
    onClose();
  };
  return html`
    <p><b>${over ? _("The time is over since %(time)s.", { time: momentShown(step.until, room.language) }) : _("Open until %(time)s.", { time: momentShown(step.until, room.language) })}</b>
      ${" "}<span role="status">${ngettext("%(n)s note has come in.", "%(n)s notes have come in.", came)}</span></p>
    <${Later} key=${step.until} room=${room} step=${step} />
    <${Invitation} room=${room} />
    <div class="dialog-actions"><button type="button" class="button" onClick=${close}>${_("Close it now")}</button>
      <button type="button" class="button button--primary" autofocus onClick=${onClose}>${_("Done")}</button></div>`;
}

function Invitation({ room }) {
  const link = invitation(room);
  const field = useRef(null);
  const [done, setDone] = useState(null);
  const copy = async () => setDone(await copied(field.current));
  return html`
    <div class="field"><label class="field-label" for="invitation">${_("The link to send")}</label>
      <input class="field-input" id="invitation" readonly ref=${field} value=${link} />
      <p class="field-help">${_("Whoever has it can take part. It needs no code.")}</p></div>
    <div class="buttons"><button type="button" class="button" onClick=${copy}><${Icon} name="copy" />${done === null ? _("Copy the link") : done ? _("Copied") : _("Selected. Press Ctrl+C")}</button></div>`;
}

// The page was made with the link of that time; since then somebody may have taken a new one.
function invitation({ scene, workshop }) {
  const { invites } = scene.one("workshop");
  const [link, setLink] = useState(document.body.dataset.invite);
  useEffect(() => {
    if (invites) ask(`/api/workshops/${workshop}/links`).then(({ invite_url }) => setLink((old) => invite_url ?? old));
  }, [invites]);
  return link;
}

function tomorrowAfternoon() {
  const day = new Date(serverNow() + 86400000);
  day.setHours(16, 0, 0, 0);
  return day;
}

// As a field for date and time wants it: on this device's clock, to the minute.
function localTime(when) {
  return new Date(when.getTime() - when.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
