// Who may read a step's notes and when, which notes there are, and how a vote is counted.
import { html } from "../lib/html.js";
import { typeWord } from "../lib/kinds.js";
import { _ } from "../lib/words.js";

const TYPES = ["idea", "need", "problem", "question", "learning", "unknown", "expectation", "solution", "agreement"];

export function Rules({ step, set }) {
  if (!["wall", "columns", "clusters"].includes(step.layout)) return null;
  const fixed = step.state !== "planned";
  return html`
    ${step.layout !== "clusters" && (fixed
      ? html`<p class="small">${_("The step has begun, so who reads the notes can no longer be changed: people rely on it.")}</p>`
      : html`<${Readers} step=${step} set=${set} />`)}
    <${Types} step=${step} set=${set} />`;
}

function Check({ on, words, onChange }) {
  return html`<label class="check"><input type="checkbox" checked=${on} onChange=${(event) => onChange(event.currentTarget.checked)} /> <span>${words}</span></label>`;
}

function Readers({ step, set }) {
  const hidden = step.visibility === "private";
  const mayRead = hidden && step.readers === "facilitator";
  const hide = (on) => {
    set("visibility", on ? "private" : "live");
    if (!on) read(false);
  };
  const read = (on) => {
    set("readers", on ? "facilitator" : "author");
    if (!on) set("moderated", false);
  };
  const anonymous = (on) => {
    set("anonymous", on);
    if (on) set("order", "shuffled");
  };
  return html`
    <fieldset class="checks"><legend class="field-label">${_("Who reads, and when")}</legend>
      <${Check} on=${hidden} words=${_("Hidden until you reveal")} onChange=${hide} />
      ${hidden && html`<${Check} on=${mayRead} words=${_("You may read them before the reveal; those who write are told so")} onChange=${read} />`}
      ${mayRead && html`<${Check} on=${step.moderated} words=${_("You may hold notes back before the reveal; the writer is told why")} onChange=${(on) => set("moderated", on)} />`}
      <${Check} on=${step.anonymous} words=${_("Notes get no name")} onChange=${anonymous} />
      ${!step.anonymous && html`<${Check} on=${step.order === "author"} words=${_("Notes stand by who wrote them, for a round in which each presents")} onChange=${(on) => set("order", on ? "author" : "shuffled")} />`}
    </fieldset>`;
}

function Types({ step, set }) {
  const known = [...new Set([...TYPES, ...step.types])];
  const pick = (type, on) => set("types", known.filter((each) => (each === type ? on : step.types.includes(each))));
  return html`
    <details class="more"><summary>${_("Kinds of notes")}</summary>
      <fieldset class="checks checks--beside"><legend class="visually-hidden">${_("Kinds of notes")}</legend>
        ${known.map((type) => html`<${Check} key=${type} on=${step.types.includes(type)} words=${typeWord(type)} onChange=${(on) => pick(type, on)} />`)}
      </fieldset>
      ${!step.types.length && html`<p class="small">${_("Without any, nothing is written in this step.")}</p>`}
    </details>`;
}

export function Dots({ step, set }) {
  const number = (name, label, hint) => html`
    <div class="field"><label class="field-label" for="${name}-${step.id}">${label} <span class="field-hint">${hint}</span></label>
      <input class="field-input" id="${name}-${step.id}" type="number" min="0" max="50" value=${step[name]} onInput=${(event) => set(name, Number(event.currentTarget.value))} /></div>`;
  return html`
    <div class="fields">
      ${number("budget", _("Dots for each"), _("– 0 means a quarter of what is voted on, from 2 to 8"))}
      ${number("per_item", _("At most on one"), _("– 0 means half of the dots"))}
      ${number("top", _("The cut after"), _("– places"))}
    </div>`;
}
