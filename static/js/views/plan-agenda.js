// The agenda as a table: every step with its time, what it asks, and what can be done with it.
import { html, useState } from "../lib/html.js";
import { minutesOf, placeIn } from "../lib/agenda.js";
import { beginsCycle } from "../lib/cycles.js";
import { timeOfDay } from "../lib/fmt.js";
import { startRowDrag } from "../lib/row-drag.js";
import { _, ngettext } from "../lib/words.js";
import { BreakAdvice } from "./plan-advice.js";
import { PlanEdit } from "./plan-edit.js";
import { PlanMore } from "./plan-more.js";
import { PlanRow } from "./plan-row.js";

export function PlanAgenda({ room, workshop, steps, starts, onRemove }) {
  const [editing, setEditing] = useState(() => steps.find(({ id }) => room.drafts.get(`agenda ${id}`))?.id ?? ""); // what was half-changed opens again
  const [more, setMore] = useState("");
  const [over, setOver] = useState("");
  const closed = workshop.state === "closed";
  const breaks = closed ? [] : (room.scene.one("plan")?.warnings ?? []).filter(({ code }) => code === "no_break");
  const opened = steps.find(({ id }) => id === more);
  const drag = (step) => (event) => startRowDrag(event, {
    over: setOver,
    drop: (id) => id !== step.id && room.send("MoveStep", { step: step.id, place: placeIn(steps, id) }),
  });
  const heading = (words, hidden) => html`<th role="columnheader" scope="col">${hidden ? html`<span class="visually-hidden">${words}</span>` : words}</th>`;
  return html`
    <table class="plan" role="table">
      <caption class="visually-hidden">${_("Agenda")}</caption>
      <thead role="rowgroup"><tr role="row">${heading(_("Start"))}${heading(_("Phase"), true)}${heading(_("Step"))}${heading(_("Method"))}${heading(_("Minutes"))}${heading(_("Order and changes"), true)}</tr></thead>
      <tbody role="rowgroup">${steps.map((step, n) => html`
        ${beginsCycle(steps, n) && html`<tr key="cycle-${step.id}" role="row" class="plan-cycle"><th role="rowheader" colspan="6">${_("Cycle %(n)s", { n: step.cycle })}</th></tr>`}
        ${breaks.filter((warning) => warning.step === step.id).map((warning) => html`<${BreakAdvice} key="break-${step.id}" room=${room} warning=${warning} step=${step} />`)}
        <${PlanRow} key=${step.id} closed=${closed} room=${room} step=${step} steps=${steps} starts=${starts[n]} last=${n === steps.length - 1} over=${over === step.id}
          state=${stateOf(workshop, step)} editing=${editing === step.id} onEdit=${() => setEditing(editing === step.id ? "" : step.id)} onMore=${() => setMore(step.id)} onDrag=${drag(step)} />
        ${!closed && editing === step.id && html`<${PlanEdit} key="edit-${step.id}" room=${room} step=${step} steps=${steps} onClose=${() => setEditing("")} />`}`)}
        <${End} room=${room} workshop=${workshop} steps=${steps} ends=${starts.at(-1)} />
      </tbody>
    </table>
    ${opened && html`<${PlanMore} key=${more} room=${room} step=${opened} steps=${steps} onRemove=${onRemove} onClose=${() => setMore("")} />`}`;
}

// When the last step ends, and what is left of the time there is.
function End({ room, workshop, steps, ends }) {
  const left = workshop.planned_minutes - minutesOf(steps);
  const told = !workshop.planned_minutes ? "" : left < 0
    ? ngettext("%(n)s minute too long", "%(n)s minutes too long", -left) : ngettext("%(n)s minute unplanned", "%(n)s minutes unplanned", left);
  return html`
    <tr role="row" class="plan-end"><td role="cell" class="plan-start">${ends && timeOfDay(ends, room.language)}</td><td role="cell" class="plan-sign"></td>
      <th role="rowheader" scope="row" class="plan-title">${_("End")}</th><td role="cell" class="plan-method" colspan="3">${told}</td></tr>`;
}

function stateOf(workshop, step) {
  if (workshop.step === step.id) return "now";
  return ["planned", "early"].includes(step.state) ? "coming" : "done";
}
