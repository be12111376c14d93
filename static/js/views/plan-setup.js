// What a step's layout works with: columns, fields, scales, criteria, and the rules that go with them.
import { html } from "../lib/html.js";
import { typeWord } from "../lib/kinds.js";
import { linesOf, listOf, partsOf, scaleLines, scalesOf } from "../lib/setup.js";
import { _ } from "../lib/words.js";

const CONTROLS = {
  wall: [Roles, Evidence, Trays, Deal, Groups],
  columns: [Columns, Roles, Evidence, Pinned],
  clusters: [Silent, Groups],
  vote: [Criteria, VoterGroups, Ties, VoteRules],
  poll: [Scales, Needed, VoterGroups],
  matrix: [Scales],
  table: [Fields, Scales, Nothing],
  form: [Fields],
};

// was: the step as it stands, whose parts keep their ids.
export function PlanSetup({ step, was, set }) {
  const controls = CONTROLS[step.layout] ?? [];
  const setup = step.setup ?? {};
  const put = (name, value) => set("setup", { ...setup, [name]: value });
  if (!controls.length) return null;
  return html`
    <details class="more"><summary>${_("How it is set up")}</summary><div class="form">
      ${controls.map((Control) => html`<${Control} key=${Control.name} step=${step} was=${was.setup ?? {}} setup=${setup} put=${put} />`)}
    </div></details>`;
}

// Text is kept as it is typed; the command gets parts.
function Lines({ step, name, label, hint, text, onText }) {
  const id = `${name}-${step.id}`;
  return html`
    <div class="field"><label class="field-label" for=${id}>${label} <span class="field-hint">${hint}</span></label>
      <textarea class="field-input" id=${id} rows="4" dir="auto" defaultValue=${text} onInput=${(event) => onText(event.currentTarget.value)}></textarea></div>`;
}

function Check({ on, words, onChange }) {
  return html`<label class="check"><input type="checkbox" checked=${Boolean(on)} onChange=${(event) => onChange(event.currentTarget.checked)} /> <span>${words}</span></label>`;
}

function Choose({ step, name, label, hint, value, choices, onChange }) {
  const id = `${name}-${step.id}`;
  return html`
    <div class="field"><label class="field-label" for=${id}>${label} <span class="field-hint">${hint}</span></label>
      <select class="field-input" id=${id} value=${value ?? ""} onChange=${(event) => onChange(event.currentTarget.value)}>
        ${choices.map(([each, words]) => html`<option key=${each} value=${each}>${words}</option>`)}</select></div>`;
}

function Columns({ step, was, setup, put }) {
  return html`<${Lines} step=${step} name="columns" label=${_("Columns")} hint=${_("– one a line, up to 8; a hint after a line “|”")}
    text=${linesOf(setup.columns)} onText=${(text) => put("columns", partsOf(text, was.columns))} />`;
}

function Fields({ step, was, setup, put }) {
  return html`<${Lines} step=${step} name="fields" label=${_("Fields")} hint=${_("– what is asked for, one a line, up to 12; a hint after a line “|”")}
    text=${linesOf(setup.fields)} onText=${(text) => put("fields", partsOf(text, was.fields))} />`;
}

function Scales({ step, was, setup, put }) {
  return html`<${Lines} step=${step} name="scales" label=${_("Scales")} hint=${_("– one a line: title | from | to | weight. Below 0, less is better.")}
    text=${scaleLines(setup.scales)} onText=${(text) => put("scales", scalesOf(text, was.scales))} />`;
}

function Criteria({ step, was, setup, put }) {
  return html`<${Lines} step=${step} name="criteria" label=${_("Criteria")} hint=${_("– one a line, up to 3; each gets dots of its own colour and shape")}
    text=${linesOf(setup.criteria)} onText=${(text) => put("criteria", partsOf(text, was.criteria))} />`;
}

function Roles({ step, setup, put }) {
  return html`<${Lines} step=${step} name="roles" label=${_("Write as …")} hint=${_("– whose eyes people can borrow, one a line: a neighbour, a new colleague")}
    text=${(setup.roles ?? []).join("\n")} onText=${(text) => put("roles", listOf(text))} />`;
}

function VoterGroups({ step, setup, put }) {
  return html`<${Lines} step=${step} name="groups" label=${_("Groups of voters")} hint=${_("– one a line; a group of fewer than four is never told apart")}
    text=${(setup.groups ?? []).join("\n")} onText=${(text) => put("groups", listOf(text))} />`;
}

function Trays({ step, setup, put }) {
  const trays = setup.trays ?? [];
  const known = step.types.filter((type) => ["unknown", "solution"].includes(type));
  if (!known.length) return null;
  const pick = (type, on) => put("trays", known.filter((each) => (each === type ? on : trays.includes(each))));
  return html`
    <fieldset class="checks"><legend class="field-label">${_("In a tray of their own")}</legend>
      ${known.map((type) => html`<${Check} key=${type} on=${trays.includes(type)} words=${typeWord(type)} onChange=${(on) => pick(type, on)} />`)}
    </fieldset>`;
}

function Evidence({ setup, put }) {
  return html`<${Check} on=${setup.evidence} words=${_("Ask whether a note is assumed, seen or heard")} onChange=${(on) => put("evidence", on)} />`;
}

function Deal({ step, setup, put }) {
  if (!step.source) return null;
  const id = `deal-${step.id}`;
  return html`
    <div class="field"><label class="field-label" for=${id}>${_("Notes of others that each phone gets to build on")}</label>
      <input class="field-input" id=${id} type="number" min="0" max="5" value=${setup.deal ?? 0} onInput=${(event) => put("deal", Number(event.currentTarget.value))} /></div>`;
}

function Groups({ setup, put }) {
  return html`
    <${Check} on=${setup.in_groups} words=${_("Each group works on a wall of its own")} onChange=${(on) => put("in_groups", on)} />
    <${Check} on=${setup.reported} words=${_("Shows what the groups have chosen to tell")} onChange=${(on) => put("reported", on)} />`;
}

function Silent({ setup, put }) {
  return html`<${Check} on=${setup.silent} words=${_("In silence: clusters get no names until you say so")} onChange=${(on) => put("silent", on)} />`;
}

function Pinned({ setup, put }) {
  return html`<${Check} on=${setup.pinned} words=${_("What comes out stands by in the steps that follow")} onChange=${(on) => put("pinned", on)} />`;
}

function Nothing({ step, setup, put }) {
  const id = `nothing-${step.id}`;
  return html`
    <${Check} on=${setup.nothing} words=${_("Doing nothing is one of the options")} onChange=${(on) => put("nothing", on)} />
    ${setup.nothing && html`<div class="field"><label class="field-label" for=${id}>${_("What doing nothing is called")}</label>
      <input class="field-input" id=${id} dir="auto" autocomplete="off" value=${setup.doing_nothing ?? ""} onInput=${({ currentTarget }) => put("doing_nothing", currentTarget.value)} /></div>`}`;
}

function Needed({ step, setup, put }) {
  const choices = [
    ["", _("Not said")], ["no_veto", _("Nobody says veto")], ["none_opposed", _("Nobody seriously disagrees")],
    ["most_support", _("Four of five support it, and nobody seriously disagrees")], ["all_support", _("All can support it or abstain")],
  ];
  return html`<${Choose} step=${step} name="needed" label=${_("Agreement that is needed")} hint=${_("– set before anyone answers")}
    value=${setup.needed} choices=${choices} onChange=${(value) => put("needed", value)} />`;
}

function Ties({ step, setup, put }) {
  const choices = [
    ["", _("Not said")], ["run_off", _("One more vote between them")], ["lot", _("A draw by lot")], ["facilitator", _("The facilitator chooses")],
  ];
  return html`<${Choose} step=${step} name="ties" label=${_("When dots tie at the cut")} hint=${_("– told with the result")}
    value=${setup.ties} choices=${choices} onChange=${(value) => put("ties", value)} />`;
}

function VoteRules({ step, setup, put }) {
  const id = `plan-${step.id}`;
  return html`
    <div class="field"><label class="field-label" for=${id}>${_("Minutes to read before the vote opens")}</label>
      <input class="field-input" id=${id} type="number" min="0" max="10" value=${setup.plan ?? 0} onInput=${(event) => put("plan", Number(event.currentTarget.value))} /></div>
    <${Check} on=${setup.wild_card} words=${_("A wild card: one with few dots can be kept")} onChange=${(on) => put("wild_card", on)} />
    <${Check} on=${setup.staged} words=${_("Show the result from the last place to the first")} onChange=${(on) => put("staged", on)} />`;
}
