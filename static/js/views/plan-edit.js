// What a step asks, and who may read what is written. Promises are fixed when the step has begun.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";

export function PlanEdit({ room, step, onClose }) {
  const [title, setTitle] = useState(step.title);
  const [prompt, setPrompt] = useState(step.prompt);
  const [rules, setRules] = useState({});
  const fixed = step.state !== "planned";
  const first = useRef(null);
  useEffect(() => first.current?.focus(), []); // a page heeds autofocus only once
  const set = (name) => (value) => setRules({ ...rules, [name]: value });
  const now = { ...step, ...rules };
  const save = (event) => {
    event.preventDefault();
    const wanted = { title: title.trim(), prompt: prompt.trim(), ...rules };
    const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => step[name] !== value));
    if (Object.keys(changes).length) room.send("ChangeStep", { step: step.id, ...changes });
    say(_("Saved."));
    onClose();
  };
  return html`
    <tr role="row" class="plan-edit"><td role="cell" colspan="6"><form class="form" onSubmit=${save}>
      <div class="field"><label class="field-label" for="title-${step.id}">${_("Title")}</label>
        <input class="field-input" id="title-${step.id}" value=${title} dir="auto" ref=${first} onInput=${(event) => setTitle(event.currentTarget.value)} /></div>
      <div class="field"><label class="field-label" for="prompt-${step.id}">${_("Question")} <span class="field-hint">${_("– the largest sentence on every screen")}</span></label>
        <textarea class="field-input" id="prompt-${step.id}" rows="2" value=${prompt} dir="auto" onInput=${(event) => setPrompt(event.currentTarget.value)}></textarea></div>
      ${step.layout === "wall" && (fixed
        ? html`<p class="small">${_("The step has begun, so who reads the notes can no longer be changed: people rely on it.")}</p>`
        : html`<${Rules} step=${now} set=${set} />`)}
      ${step.layout === "vote" && html`<${Dots} step=${now} set=${set} />`}
      <div class="buttons"><button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
        <button type="submit" class="button button--primary">${_("Save")}</button></div>
    </form></td></tr>`;
}

function Rules({ step, set }) {
  const check = (name, on, words) => html`
    <label class="check"><input type="checkbox" checked=${on} onChange=${(event) => set(name[0])(event.currentTarget.checked ? name[1] : name[2])} /> <span>${words}</span></label>`;
  return html`
    ${check(["visibility", "private", "live"], step.visibility === "private", _("Hidden until you reveal"))}
    ${step.visibility === "private" && check(["readers", "facilitator", "author"], step.readers === "facilitator", _("You may read them before the reveal; those who write are told so"))}
    ${check(["anonymous", true, false], step.anonymous, _("Notes get no name"))}`;
}

function Dots({ step, set }) {
  const number = (name, label, hint) => html`
    <div class="field"><label class="field-label" for="${name}-${step.id}">${label} <span class="field-hint">${hint}</span></label>
      <input class="field-input" id="${name}-${step.id}" type="number" min="0" max="50" value=${step[name]} onInput=${(event) => set(name)(Number(event.currentTarget.value))} /></div>`;
  return html`
    <div class="fields">
      ${number("budget", _("Dots for each"), _("– 0 means a quarter of what is voted on, from 2 to 8"))}
      ${number("per_item", _("At most on one"), _("– 0 means half of the dots"))}
      ${number("top", _("The cut after"), _("– places"))}
    </div>`;
}
