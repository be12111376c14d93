// All that a step says and asks, changed in place. Promises are fixed when the step has begun.
import { html, useEffect, useRef } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { useAnswer } from "../lib/answer.js";
import { PHASES, phaseTitle } from "../lib/kinds.js";
import { useTyped } from "../lib/typed.js";
import { _ } from "../lib/words.js";
import { whatIsTooLong, whatIsWrong } from "../lib/written.js";
import { Dots, Rules } from "./plan-rules.js";
import { PlanSetup } from "./plan-setup.js";
import { Wrong } from "./wrong.js";

export function PlanEdit({ room, step, steps, onClose }) {
  const { typed, put, letGo } = useTyped(room, `agenda ${step.id}`, {});
  const first = useRef(null);
  useEffect(() => first.current?.focus(), []); // a page heeds autofocus only once
  const now = { ...step, ...typed };
  const set = (name, value) => put({ [name]: value });
  const type = (name) => (event) => set(name, event.currentTarget.value);
  const close = () => {
    letGo();
    onClose();
  };
  const saved = () => {
    say(_("Saved."));
    close();
  };
  const { busy, wrong, fails, send } = useAnswer(room, saved);
  const save = (event) => {
    event.preventDefault();
    const wanted = { ...typed, ...tidied(typed) };
    const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => JSON.stringify(step[name]) !== JSON.stringify(value)));
    if (fails(wrongWith({ ...now, ...wanted }, room.limits.value))) return;
    if (Object.keys(changes).length) send("ChangeStep", { step: step.id, ...changes });
    else saved();
  };
  const field = (name, label, hint, body) => html`
    <div class="field"><label class="field-label" for="${name}-${step.id}">${label} ${hint && html`<span class="field-hint">${hint}</span>`}</label>${body}</div>`;
  return html`
    <tr role="row" class="plan-edit"><td role="cell" colspan="6"><form class="form" onSubmit=${save}>
      <div class="fields">
        ${field("title", _("Title"), "", html`<input class="field-input" id="title-${step.id}" value=${now.title} dir="auto" ref=${first} onInput=${type("title")} />`)}
        ${field("phase", _("Phase"), "", html`<select class="field-input" id="phase-${step.id}" value=${now.phase} onChange=${type("phase")}>
          ${PHASES.map((phase) => html`<option key=${phase} value=${phase}>${phaseTitle(phase)}</option>`)}</select>`)}
      </div>
      ${field("prompt", _("Question"), _("– the largest sentence on every screen"), html`<textarea class="field-input" id="prompt-${step.id}" rows="2" value=${now.prompt} dir="auto" onInput=${type("prompt")}></textarea>`)}
      ${step.layout !== "talk" && html`<${Source} step=${now} steps=${steps} field=${field} onChange=${type("source")} />`}
      <${Rules} step=${now} set=${set} />
      ${step.layout === "vote" && html`<${Dots} step=${now} set=${set} />`}
      <${PlanSetup} step=${now} was=${step} set=${set} />
      <details class="more"><summary>${_("What you say")}</summary><div class="form">
        ${field("script", _("Script"), _("– the first line aloud, each other line for you alone"), html`<textarea class="field-input" id="script-${step.id}" rows="6" value=${linesOf(now.script)} dir="auto" onInput=${type("script")}></textarea>`)}
        ${field("half", _("At half time"), _("– when half of the minutes have gone"), html`<input class="field-input" id="half-${step.id}" value=${now.half_time} dir="auto" onInput=${type("half_time")} />`)}
      </div></details>
      <label class="check"><input type="checkbox" checked=${now.keep} onChange=${(event) => set("keep", event.currentTarget.checked)} /> <span>${_("Never propose to cut this when time runs short")}</span></label>
      <${Wrong} words=${wrong} />
      <div class="buttons"><button type="button" class="button" onClick=${close}>${_("Back")}</button>
        <button type="submit" class="button button--primary" aria-busy=${busy ? "true" : undefined}>${_("Save")}</button></div>
    </form></td></tr>`;
}

function Source({ step, steps, field, onChange }) {
  const before = steps.filter(({ id, place, layout }) => place < step.place && id !== step.id && layout !== "talk");
  if (!before.length && !step.source) return null;
  return field("source", _("Works on"), _("– whose notes are here"), html`
    <select class="field-input" id="source-${step.id}" value=${step.source} onChange=${onChange}>
      <option value="">${_("Its own notes alone")}</option>
      ${before.map(({ id, title, place }) => html`<option key=${id} value=${id}>${_("%(n)s. %(title)s", { n: Math.round(place) + 1, title })}</option>`)}
    </select>`);
}

function linesOf(script) {
  return typeof script === "string" ? script : script.join("\n");
}

function wrongWith({ title, prompt = "", half_time: half = "", script = [] }, { title_graphemes: short, prompt_graphemes: long, script_lines: lines }) {
  const told = [whatIsWrong(title, short), ...[prompt, half, ...script].map((text) => whatIsTooLong(text, long))].find(Boolean);
  return told || (script.length > lines ? _("The script has %(n)s lines, and %(limit)s fit. Put some together.", { n: script.length, limit: lines }) : "");
}

// What was typed as text, in the form that a command has.
function tidied({ title, prompt, half_time: half, script }) {
  const found = { title: title?.trim(), prompt: prompt?.trim(), half_time: half?.trim() };
  if (script !== undefined) found.script = script.split("\n").map((line) => line.trim()).filter(Boolean);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
