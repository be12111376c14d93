// One's own notes that a facilitator has held or given back, and why: told wherever the room is.
import { html, useEffect, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Editor } from "./menu.js";
import { TakeOut } from "./take-out.js";

export function Held({ room, ids }) {
  return ids.split(" ").map((id) => html`<${One} key=${id} room=${room} id=${id} />`);
}

function One({ room, id }) {
  const [changing, setChanging] = useState(false);
  const note = room.scene.get("note", id) ?? room.scene.get("parked", id);
  const held = note?.held;
  useEffect(() => void (held && held !== "changed" && say(`${heldWords(note)} ${note.reason}`)), [held]);
  if (!held) return null;
  if (held !== "returned") return html`<${Line} room=${room} note=${note} />`;
  return html`
    <section class="card card--wait"><h2>${heldWords(note)}</h2><p class="quote" dir="auto">${note.text}</p>
      <p dir="auto">${_("Why: %(reason)s", { reason: note.reason })}</p>
      <div class="buttons"><button type="button" class="button" onClick=${() => setChanging(true)}><${Icon} name="pencil" />${_("Change it")}</button></div>
      ${changing && html`<${Editor} room=${room} note=${note} onClose=${() => setChanging(false)} />`}
    </section>`;
}

// What cannot be changed, or has been, is one line that opens.
function Line({ room, note }) {
  return html`
    <details class="card card--folded"><summary>${heldWords(note)}</summary>
      <p class="quote" dir="auto">${note.text}</p>
      ${note.reason && html`<p dir="auto">${_("Why: %(reason)s", { reason: note.reason })}</p>`}
      ${note.kind === "parked" && html`<div class="buttons"><${TakeOut} room=${room} thought=${note} /></div>`}</details>`;
}

function heldWords({ kind, held }) {
  if (kind === "parked") return _("A facilitator has hidden a thought that you parked.");
  return {
    hidden: _("A facilitator has hidden a note of yours."),
    returned: _("A facilitator has given a note back to you."),
    changed: _("You have changed your note. A facilitator looks at it before it is shown."),
  }[held];
}
