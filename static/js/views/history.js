// Who did what, the newest first, and what of it can be taken back. Secret things leave no line here.
import { html, useState } from "../lib/html.js";
import { deedWords, isUndoable } from "../lib/deeds.js";
import { Dialog } from "../lib/dialog.js";
import { timeOfDay } from "../lib/fmt.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";
import { Refused } from "./refused.js";

const FIRST = 30; // deeds shown before the rest is asked for

export function History({ room, onClose }) {
  const [all, setAll] = useState(false);
  const deeds = room.scene.all("deed").reverse();
  const shown = all ? deeds : deeds.slice(0, FIRST);
  return html`
    <${Dialog} long title=${_("What was done")} onClose=${onClose}>
      <div class="dialog-body">
        <p>${_("What a facilitator did can be undone, as long as nothing was built on it. Hidden notes and dots are never listed.")}</p>
        <${Refused} room=${room} kinds=${["Undo"]} />
        ${deeds.length ? html`<ol class="deeds">${shown.map((deed) => html`<${Row} key=${deed.id} room=${room} deed=${deed} />`)}</ol>` : html`<p class="empty">${_("Nothing yet.")}</p>`}
        ${shown.length < deeds.length && html`<button type="button" class="button" onClick=${() => setAll(true)}>${ngettext("Show %(n)s older", "Show %(n)s older", deeds.length - shown.length)}</button>`}
      </div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

function Row({ room, deed }) {
  const words = deedWords(room.scene, deed);
  return html`
    <li class="deed" data-undone=${deed.undone ? "" : undefined}>
      <time class="deed-time" datetime=${deed.at}>${timeOfDay(Date.parse(deed.at), room.language)}</time>
      <p class="deed-words"><b dir="auto">${whose(deed)}</b> <span dir="auto">${words}</span></p>
      <span class="deed-act">${state(deed) ?? html`
        <${Act} room=${room} kind="Undo" fields=${{ deed: deed.id }} icon="undo-2" class="button button--small" aria-label=${_("Undo: %(words)s", { words })}>${_("Undo")}<//>`}</span>
    </li>`;
}

function whose({ role, who }) {
  if (role !== "facilitator") return _("Someone");
  return who || _("A facilitator");
}

// Why there is nothing to press, or null where there is.
function state(deed) {
  if (isUndoable(deed)) return null;
  if (deed.undone) return _("undone");
  return deed.final && deed.role === "facilitator" ? _("stays") : "";
}
