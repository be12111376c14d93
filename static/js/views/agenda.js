// The agenda of the console: done, now, coming. Any step can be gone to; nothing is lost by going back.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { phaseName } from "../lib/kinds.js";
import { inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Phase } from "./phase.js";

export function Agenda({ room, workshop, open, onGone }) {
  const [asking, setAsking] = useState(null);
  const first = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    first.current.focus();
    return () => before?.focus();
  }, [open]);
  const steps = inOrder(room.scene);
  const go = (step) => {
    if (workshop.state !== "running" || step.id === workshop.step) return;
    setAsking(step);
  };
  return html`
    <nav class="console-agenda" aria-label=${_("Agenda")} data-open=${open ? "" : undefined} onKeyDown=${(event) => event.key === "Escape" && onGone()}>
      ${open && html`<button type="button" class="button button--small" ref=${first} onClick=${onGone}><${Icon} name="x" />${_("Close the agenda")}</button>`}
      <ol class="agenda">
        ${steps.map((step, n) => html`
          ${phaseName(step.phase) && step.phase !== steps[n - 1]?.phase && html`<li class="agenda-phase" key="phase-${step.id}"><${Phase} phase=${step.phase} /></li>`}
          <${AgendaStep} key=${step.id} step=${step} now=${step.id === workshop.step} onGo=${() => go(step)} />`)}
      </ol>
      ${asking && html`<${GoTo} room=${room} step=${asking} onClose=${() => setAsking(null)} onGone=${onGone} />`}
    </nav>`;
}

function AgendaStep({ step, now, onGo }) {
  const state = now ? "now" : ["planned", "early"].includes(step.state) ? "coming" : "done";
  return html`
    <li class="agenda-step" data-state=${state} data-break=${step.phase === "break" ? "" : undefined}>
      <button type="button" class="agenda-go" aria-current=${now ? "step" : undefined} onClick=${onGo}>
        <i class="agenda-mark" aria-hidden="true"></i><span class="agenda-title" dir="auto">${step.title}</span>
        <span class="agenda-minutes">${step.minutes}<span class="visually-hidden"> ${_("min")}</span></span></button>
    </li>`;
}

function GoTo({ room, step, onClose, onGone }) {
  const go = () => {
    room.send("StartStep", { step: step.id });
    onGone();
  };
  return html`
    <${Ask} title=${_("Go to “%(title)s”?", { title: step.title })} yes=${_("Go there")} no=${_("Stay here")} onYes=${go} onClose=${onClose}>
      <p>${_("All screens follow. Nothing that was made is lost, and you can come back.")}</p>
    <//>`;
}
