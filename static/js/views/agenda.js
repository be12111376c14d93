// The agenda of the console: done, still open, now, coming, cycle by cycle. Any step can be gone to or read.
import { beginsCycle, isCycleOver } from "../lib/cycles.js";
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { cycleWord, phaseName } from "../lib/kinds.js";
import { shineOnCycle } from "../lib/light.js";
import { inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { GoTo } from "./go-to.js";
import { Phase } from "./phase.js";

export function Agenda({ room, workshop, open, onGone }) {
  const [asking, setAsking] = useState(null);
  const first = useRef(null);
  const list = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    first.current.focus();
    return () => before?.focus();
  }, [open]);
  useEffect(() => bringIntoView(list.current), [workshop.step, open]);
  const steps = inOrder(room.scene);
  return html`
    <nav class="console-agenda" ref=${list} aria-label=${_("Agenda")} data-open=${open ? "" : undefined} onKeyDown=${(event) => event.key === "Escape" && !event.target.closest("dialog") && onGone()}>
      ${open && html`<button type="button" class="button button--small" ref=${first} onClick=${onGone}><${Icon} name="x" />${_("Close the agenda")}</button>`}
      <ol class="agenda">
        ${steps.map((step, n) => html`
          ${beginsCycle(steps, n) && html`<${CycleHead} key="cycle-${step.id}" room=${room} step=${step} onShown=${onGone} />`}
          ${beginsPhase(steps, n) && html`<li class="agenda-phase" key="phase-${step.id}"><${Phase} phase=${step.phase} /></li>`}
          <${AgendaStep} key=${step.id} step=${step} cycle=${cycleWord(step, steps)} now=${step.id === workshop.step} onGo=${() => workshop.step && setAsking(step.id)} />`)}
      </ol>
      ${asking && html`<${GoTo} room=${room} workshop=${workshop} id=${asking} onClose=${() => setAsking(null)} onGone=${onGone} />`}
    </nav>`;
}

// A long agenda follows the room; only the list itself is moved, with some of what comes in sight.
function bringIntoView(list) {
  const now = list.querySelector("[aria-current=step]")?.getBoundingClientRect();
  const { top, bottom, height } = list.getBoundingClientRect();
  const margin = height / 4;
  if (now && (now.top < top || now.bottom > bottom - margin)) list.scrollTop += now.top - top - margin;
}

function beginsPhase(steps, n) {
  return phaseName(steps[n].phase) && (steps[n].phase !== steps[n - 1]?.phase || beginsCycle(steps, n));
}

// A cycle that the room has been in and left can be put on the board whole.
function CycleHead({ room, step: { cycle }, onShown }) {
  const record = room.scene.all("cycle").find(({ number }) => number === cycle);
  const title = _("Put cycle %(n)s on the board", { n: cycle });
  const show = () => {
    shineOnCycle(room, cycle);
    onShown();
  };
  return html`
    <li class="agenda-cycle"><b>${_("Cycle %(n)s", { n: cycle })}</b>${isCycleOver(room.scene, cycle) && html`<button type="button" class="button button--square button--quiet" aria-label=${title} title=${title} onClick=${show}><${Icon} name="lightbulb" /></button>`}
      ${record?.question && html` <span dir="auto">${record.question}</span>`}</li>`;
}

// cycle: the head over its steps says it to the eye; who goes from button to button hears it with each.
function AgendaStep({ step, cycle, now, onGo }) {
  const state = now ? "now" : ["planned", "early"].includes(step.state) ? "coming" : "done";
  const open = !now && ["open", "early"].includes(step.state);
  return html`
    <li class="agenda-step" data-state=${state} data-break=${step.phase === "break" ? "" : undefined} data-taking=${open ? "" : undefined}>
      <button type="button" class="agenda-go" aria-current=${now ? "step" : undefined} onClick=${onGo}>
        <i class="agenda-mark" aria-hidden="true"></i><span class="agenda-title" dir="auto">${step.title}${open && html`<small class="agenda-word">${_("takes notes")}</small>`}</span>
        ${cycle && html`<span class="visually-hidden">${cycle}</span>`}<span class="agenda-minutes">${step.minutes}<span class="visually-hidden"> ${_("min")}</span></span></button>
    </li>`;
}
