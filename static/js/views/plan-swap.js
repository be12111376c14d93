// Another method for a step that nobody has met: its place and minutes stay, and so do words written by hand.
import { html } from "../lib/html.js";
import { copyOf, sourceAt } from "../lib/agenda.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { _ } from "../lib/words.js";
import { MethodChoices } from "./method-choices.js";
import { methodOf } from "./methods.js";

export function PlanSwap({ room, step, steps, onClose }) {
  const choose = (method) => {
    room.send("ChangeStep", { step: step.id, ...swapped(step, steps, method) });
    say(_("It is “%(title)s” now.", { title: method.step.title }));
    onClose();
  };
  return html`
    <${Dialog} sort="picker" title=${_("Another method for “%(title)s”", { title: step.title })} onClose=${onClose}>
      <p class="small">${_("Its place and its minutes stay, and so do the words that you wrote yourself.")}</p>
      <ul class="methods"><${MethodChoices} room=${room} onChoose=${choose} /></ul>
      <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Not now")}</button></div>
    <//>`;
}

function swapped(step, steps, method) {
  const usual = methodOf(step.method)?.step;
  const { minutes, ...fields } = copyOf(method.step);
  const kept = Object.fromEntries(["title", "prompt"].filter((name) => step[name] && step[name] !== usual?.[name]).map((name) => [name, step[name]]));
  const phase = method.phases.includes(step.phase) ? step.phase : method.phases[0];
  const source = sourceAt(steps, step.place, method.step) && (step.source || sourceAt(steps, step.place, method.step));
  return { ...fields, ...kept, phase, source };
}
