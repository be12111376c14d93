// What a note says of itself beside its words: its column, its kind, how the writer knows it, and as whom it was written.
import { columnsOf, typeIn } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { EVIDENCE, evidenceWord } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { Types } from "./types.js";

// labels: {type, column, evidence, role}; onLabel(name, value). name: of the fields; two may stand on a page.
export function Labels({ step, labels, name, onLabel }) {
  const columns = columnsOf(step);
  const asked = typeIn(step, labels.column);
  return html`
    ${columns.length > 1 && html`<${Columns} columns=${columns} step=${step} chosen=${labels.column} name="column-${name}" onChoose=${(id) => onLabel("column", id)} />`}
    ${!asked && html`<${Types} types=${step.types} chosen=${labels.type} name="type-${name}" onChoose=${(type) => onLabel("type", type)} />`}
    ${step.setup?.evidence && html`<${Evidence} chosen=${labels.evidence} onChoose=${(evidence) => onLabel("evidence", evidence)} />`}
    ${step.setup?.roles?.length > 0 && html`<${Roles} roles=${step.setup.roles} chosen=${labels.role} name="role-${name}" onChoose=${(role) => onLabel("role", role)} />`}`;
}

// The labels as the step takes them: what it does not know any more falls back to what it offers first.
export function labelsIn(step, { type = "", column = "", evidence = "", role = "" }) {
  const known = columnsOf(step).map(({ id }) => id);
  const lies = known.includes(column) ? column : known[0] ?? "";
  return {
    column: lies,
    type: typeIn(step, lies) || (step.types.includes(type) ? type : step.types[0]),
    evidence: step.setup?.evidence ? evidence : "",
    role: step.setup?.roles?.includes(role) ? role : "",
  };
}

function Columns({ columns, step, chosen, name, onChoose }) {
  return html`
    <fieldset class="types types--columns"><legend class="visually-hidden">${_("Which column")}</legend>
      ${columns.map(({ id, title }) => html`
        <label class="type" data-type=${typeIn(step, id) || undefined} key=${id}>
          <input type="radio" name=${name} value=${id} checked=${id === chosen} onChange=${() => onChoose(id)} />
          <span class="type-face">${typeIn(step, id) && html`<span class="hem" aria-hidden="true"></span>`}<span dir="auto">${title}</span></span>
        </label>`)}
    </fieldset>`;
}

// Said or not: a second press takes it back.
function Evidence({ chosen, onChoose }) {
  return html`
    <div class="evidence" role="group" aria-label=${_("How do you know it?")}><span class="evidence-label" aria-hidden="true">${_("How do you know it?")}</span>
      ${EVIDENCE.map((each) => html`
        <button type="button" class="button button--small" key=${each} aria-pressed=${String(each === chosen)} onClick=${() => onChoose(each === chosen ? "" : each)}>${evidenceWord(each)}</button>`)}
    </div>`;
}

function Roles({ roles, chosen, name, onChoose }) {
  return html`
    <div class="field"><label class="field-label" for=${name}>${_("Write as")} <span class="field-hint">– ${_("it says nothing of who you are")}</span></label>
      <select class="field-input" id=${name} onChange=${({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="" selected=${!chosen}>${_("Myself")}</option>
        ${roles.map((role) => html`<option key=${role} value=${role} selected=${role === chosen}>${role}</option>`)}
      </select></div>`;
}
