// Running late: said in the head, and what could give the minutes, one by one. Nothing is ever cut by itself.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { timeOfDay } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { placedTitle } from "../lib/kinds.js";
import { endsAt, minutesLate, proposals } from "../lib/late.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";
import { Refused } from "./refused.js";

export function LateButton({ room }) {
  const [open, setOpen] = useState(false);
  const late = minutesLate(room.scene);
  if (!late && !open) return null;
  return html`
    <button type="button" class="button button--quiet button--small console-late" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
      <${Icon} name="clock" />${_("%(n)s min late", { n: late })}</button>
    ${open && html`<${LateSheet} room=${room} late=${late} onClose=${() => setOpen(false)} />`}`;
}

function LateSheet({ room, late, onClose }) {
  const found = late ? proposals(room.scene, late) : [];
  const end = timeOfDay(endsAt(room.scene), room.language);
  return html`
    <${Dialog} long title=${late ? ngettext("%(n)s minute late", "%(n)s minutes late", late) : _("In time again")} onClose=${onClose}>
      <div class="dialog-body">
        <p>${_("As the agenda stands it ends at %(time)s.", { time: end })} ${found.length > 0 && _("These could give the time; you choose, one by one.")}</p>
        ${late > 0 && !found.length && html`<p class="advice">${_("Nothing that is left can be shortened. Tell the room, and agree on a later end.")}</p>`}
        <${Refused} room=${room} kinds=${["ChangeStep", "RemoveStep"]} />
        <ul class="cuts">${found.map((cut) => html`<${Cut} key=${cut.step.id} room=${room} ...${cut} />`)}</ul>
      </div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

function Cut({ room, step, whole, minutes }) {
  const words = { title: placedTitle(step, inOrder(room.scene)), n: step.minutes - minutes };
  const told = whole ? _("Leave out “%(title)s”", words) : _("“%(title)s” in %(n)s min", words);
  const fields = whole ? { step: step.id } : { step: step.id, minutes: step.minutes - minutes };
  return html`
    <li class="cut-row"><span dir="auto">${told}</span> <span class="agenda-minutes">${_("−%(n)s min", { n: minutes })}</span>
      <${Act} room=${room} kind=${whole ? "RemoveStep" : "ChangeStep"} fields=${fields} class="button button--small"
        aria-label=${_("Do it: %(words)s", { words: told })} onSent=${() => say(told)}>${_("Do it")}<//></li>`;
}
