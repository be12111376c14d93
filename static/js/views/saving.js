// Says what is not saved yet, after two seconds, and once that it is.
import { useRested } from "../lib/finger.js";
import { html, useEffect, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";

const SHOWN = 3000; // ms of "All saved"

export function Saving({ room }) {
  const late = room.late.value;
  const status = room.status.value;
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    if (!late.length) return undefined;
    return () => setSaved(room.late.peek().length === 0 && room.refusals.peek().length === 0);
  }, [late.length]);
  useEffect(() => {
    if (!saved) return undefined;
    const timer = setTimeout(() => setSaved(false), SHOWN);
    return () => clearTimeout(timer);
  }, [saved]);
  const [key, drawn] = late.length ? ["late", html`<${NotSaved} room=${room} late=${late} />`]
    : saved ? ["saved", html`<${AllSaved} />`]
    : status === "lost" ? ["away", html`<${Away} />`] : ["", null];
  return html`<div role="status">${useRested(key, drawn)}</div>`;
}

function AllSaved() {
  return html`<div class="saving saving--done"><${Icon} name="check" /><p class="saving-title">${_("All saved.")}</p></div>`;
}

function NotSaved({ room, late }) {
  return html`
    <div class="saving"><${Icon} name="cloud-off" /><div>
      <p class="saving-title">${howMany(late)}</p>
      <p class="saving-more">${room.lasting.value
        ? _("Keep going. It is kept on this device, and sent when the network is back.")
        : _("Keep this page open. It is sent when the network is back.")}</p>
    </div></div>`;
}

function howMany(late) {
  const notes = late.every(({ kind }) => kind === "AddNote" || kind === "ChangeNote");
  const n = late.length;
  return notes
    ? ngettext("%(n)s note is not saved yet", "%(n)s notes are not saved yet", n)
    : ngettext("%(n)s change is not saved yet", "%(n)s changes are not saved yet", n);
}

function Away() {
  return html`<div class="saving saving--quiet"><${Icon} name="cloud-off" /><p>${_("No network just now. Connecting again.")}</p></div>`;
}
