// One more step: a method from the picker or a step in one's own words, then what it asks and how long it takes.
import { html, useState } from "../lib/html.js";
import { minutesOf, sourceAt } from "../lib/agenda.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { phaseTitle } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { MethodChoices } from "./method-choices.js";
import { wrappers } from "./methods.js";
import { PlanWrap } from "./plan-wrap.js";

// place: where in the agenda, 0 is first.
export function PlanAdd({ room, steps, place, onClose }) {
  const [chosen, setChosen] = useState(null);
  if (chosen?.steps) return html`<${PlanWrap} room=${room} place=${place} wrapper=${chosen} onBack=${() => setChosen(null)} onClose=${onClose} />`;
  if (chosen) return html`<${Form} room=${room} steps=${steps} place=${place} method=${chosen} onBack=${() => setChosen(null)} onClose=${onClose} />`;
  return html`
    <${Dialog} sort="picker" title=${_("Add a step")} onClose=${onClose}>
      <p class="small">${where(steps, place)}</p>
      <ul class="methods">
        <${MethodChoices} room=${room} onChoose=${setChosen} />
        ${wrappers.value.map((wrapper) => html`<${Wrap} key=${wrapper.id} wrapper=${wrapper} onChoose=${() => setChosen(wrapper)} />`)}
        <li><button type="button" class="method" onClick=${() => setChosen(OWN)}>
          <span class="method-name"><${Icon} name="pencil" />${_("In your own words")}</span>
          <span class="method-words">${_("Your own title and question, and what the phones do meanwhile.")}</span></button></li>
      </ul>
      <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Not now")}</button></div>
    <//>`;
}

function Wrap({ wrapper, onChoose }) {
  const { title, purpose, steps } = wrapper;
  return html`
    <li><button type="button" class="method" onClick=${onChoose}>
      <span class="method-name"><${Icon} name="users" />${title} <span class="method-minutes">${_("%(n)s min", { n: minutesOf(steps) })}</span></span>
      <span class="method-words">${purpose}</span></button></li>`;
}

function where(steps, place) {
  const before = steps.filter((step) => step.place < place).at(-1);
  return before ? _("After “%(title)s”", { title: before.title }) : _("First in the agenda");
}

const OWN_LAYOUTS = ["talk", "wall", "columns", "clusters", "table", "poll", "vote", "form", "actions"];
const THOUGHTS = ["idea", "need", "problem", "question", "learning", "unknown"];
const OWN = { phases: ["frame", "open", "integrate", "close", "break"], step: { method: "", title: "", prompt: "", layout: "talk", phase: "frame", minutes: 10, script: [] } };
// What a step of one's own begins with; all of it can be changed afterwards.
function begin(layout) {
  return {
    talk: { phase: "frame" },
    wall: { phase: "open", types: THOUGHTS, visibility: "private", anonymous: true, can_build: true },
    columns: { phase: "open", types: THOUGHTS, visibility: "private", anonymous: true, setup: { columns: parts(_("What works"), _("What hurts")) } },
    clusters: { phase: "integrate", types: THOUGHTS, anonymous: true },
    table: { phase: "integrate", setup: { fields: parts(_("What"), _("Who")) } },
    poll: { phase: "close", setup: { scales: parts(_("How much do you agree?")) } },
    vote: { phase: "close", top: 3 },
    form: { phase: "close", setup: { fields: parts(_("What we agree on")) } },
    actions: { phase: "close" },
  }[layout];
}

function parts(...titles) {
  return titles.map((title, n) => ({ id: `p${n + 1}`, title }));
}

function said(typed) {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

function doesWord(layout) {
  return {
    talk: _("Nothing: the room talks, the phones rest"), wall: _("Write and read notes"), clusters: _("Group notes"),
    vote: _("Give dots"), actions: _("Write actions"), columns: _("Write notes in columns"), table: _("Fill a table, row by row"),
    poll: _("Answer on a scale"), form: _("Write one text together"),
  }[layout];
}

function Form({ room, steps, place, method, onBack, onClose }) {
  const own = method === OWN;
  const [typed, setTyped] = useState({});
  const wanted = { ...method.step, ...said(typed) };
  const set = (name, value) => setTyped({ ...typed, [name]: value });
  const type = (name) => (event) => set(name, event.currentTarget.value);
  const becomes = (layout) => setTyped({ title: typed.title, prompt: typed.prompt, minutes: typed.minutes, layout, ...begin(layout) });
  const add = (event) => {
    event.preventDefault();
    const minutes = Math.min(room.limits.value.minutes ?? 480, Math.max(1, Math.round(Number(wanted.minutes)) || 1));
    const step = { ...wanted, title: wanted.title.trim(), prompt: wanted.prompt.trim(), minutes, source: sourceAt(steps, place, wanted) };
    room.send("AddStep", { id: room.newId(), place, ...step });
    say(_("Added."));
    onClose();
  };
  return html`
    <${Dialog} sort="picker" title=${own ? _("A step in your own words") : method.step.title} onClose=${onClose}>
      <form class="form" onSubmit=${add}>
        ${!own && html`<p>${method.purpose} <b>${_("You get:")}</b> ${method.gives}</p>`}
        ${own && html`<fieldset class="radios"><legend class="field-label">${_("What do the phones do?")}</legend>
          ${OWN_LAYOUTS.map((layout) => html`<label class="check" key=${layout}><input type="radio" name="layout" checked=${wanted.layout === layout} onChange=${() => becomes(layout)} /> <span>${doesWord(layout)}</span></label>`)}</fieldset>`}
        <div class="field"><label class="field-label" for="add-title">${_("Title")}</label>
          <input class="field-input" id="add-title" required autofocus value=${wanted.title} dir="auto" onInput=${type("title")} /></div>
        <div class="field"><label class="field-label" for="add-prompt">${_("Question")} <span class="field-hint">${_("– the largest sentence on every screen")}</span></label>
          <textarea class="field-input" id="add-prompt" rows="2" value=${wanted.prompt} dir="auto" onInput=${type("prompt")}></textarea></div>
        <div class="fields">
          <div class="field"><label class="field-label" for="add-minutes">${_("Minutes")}</label>
            <input class="field-input" id="add-minutes" type="number" min="1" max=${room.limits.value.minutes ?? 480} value=${wanted.minutes} onInput=${type("minutes")} /></div>
          ${method.phases.length > 1 && html`<div class="field"><label class="field-label" for="add-phase">${_("Phase")}</label>
            <select class="field-input" id="add-phase" value=${wanted.phase} onChange=${type("phase")}>
              ${method.phases.map((phase) => html`<option key=${phase} value=${phase}>${phaseTitle(phase)}</option>`)}</select></div>`}
        </div>
        <p class="small">${where(steps, place)}</p>
        <div class="dialog-actions"><button type="button" class="button" onClick=${onBack}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("Add")}</button></div>
      </form>
    <//>`;
}
