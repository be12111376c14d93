// How the room goes on: Next, and beside it the other ways: with this step kept open, back, or one more cycle.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { leaving, useRest } from "../lib/resting.js";
import { goingTo, inOrder, takesNotes } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";
import { Closing } from "./closing.js";

const CYCLE = () => import("./new-cycle.js");

export function Next({ room, step, primary }) {
  const [closing, setClosing] = useState(false);
  const resting = useRest(step.id);
  const [after] = nextTo(room, step, 1);
  const look = primary ? "button button--primary" : "button";
  return html`
    <div class="console-next">
      ${after
        ? html`<${Act} room=${room} kind="StartStep" fields=${goingTo(room.scene, after)} class=${look} resting=${resting} onSent=${() => leaving(step.id)}>${_("Next")}<${Icon} name="arrow-right" /><//>`
        : html`<button type="button" class=${look} aria-disabled=${resting ? "true" : undefined} onClick=${() => resting || setClosing(true)}>${_("Close the workshop")}</button>`}
      <${OtherWays} room=${room} step=${step} />
      ${closing && html`<${Closing} room=${room} onClose=${() => setClosing(false)} />`}
    </div>`;
}

function nextTo(room, step, way) {
  const steps = inOrder(room.scene);
  const at = steps.findIndex(({ id }) => id === step.id);
  return at + way < 0 ? [] : steps.slice(at + way, at + way + 1);
}

function OtherWays({ room, step }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  return html`
    <button type="button" class="button button--square" aria-haspopup="dialog" aria-label=${_("Other ways to go on")} onClick=${() => setOpen("ways")}><${Icon} name="ellipsis" /></button>
    ${open === "ways" && html`<${Ways} room=${room} step=${step} onCycle=${() => setOpen("cycle")} onClose=${close} />`}
    ${open === "cycle" && html`<${Later} load=${CYCLE} name="NewCycle" beside room=${room} step=${step} onClose=${close} />`}`;
}

function Ways({ room, step, onCycle, onClose }) {
  const [[after], [before]] = [nextTo(room, step, 1), nextTo(room, step, -1)];
  return html`
    <${Dialog} sort="sheet" title=${_("Where to?")} onClose=${onClose}>
      <ul class="choices ways">
        ${after && html`<${Way} room=${room} to=${after} icon="arrow-right" title=${_("On to “%(title)s”", { title: after.title })} onSent=${onClose}>
          ${ngettext("%(n)s minute", "%(n)s minutes", after.minutes)}<//>`}
        ${after && takesNotes(step) && html`
          <${Way} room=${room} to=${after} more=${{ keep_open: true }} icon="pencil" title=${_("Go on, and keep this step open for notes")} onSent=${onClose}>
            ${_("Late notes still come in, until you finish it.")}<//>`}
        ${before && html`<${Way} room=${room} to=${before} icon="arrow-left" title=${_("Back to “%(title)s”", { title: before.title })} onSent=${onClose}>
          ${_("Nothing that was made is lost.")}<//>`}
        <li><button type="button" class="choice" onClick=${onCycle}><${Icon} name="repeat" />
          <span class="choice-title">${_("New cycle from here")}<small>${_("Choose what goes on, and open once more.")}</small></span></button></li>
      </ul>
      <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${onClose}>${_("Stay here")}</button></div>
    <//>`;
}

function Way({ room, to, more, icon, title, onSent, children }) {
  return html`
    <li><${Act} room=${room} kind="StartStep" fields=${goingTo(room.scene, to, more)} icon=${icon} class="choice" onSent=${onSent}>
      <span class="choice-title" dir="auto">${title}<small>${children}</small></span><//></li>`;
}
