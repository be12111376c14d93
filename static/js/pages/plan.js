// The planner: the agenda as a table, its band above it, and the share of each phase.
import { html, render, useState } from "../lib/html.js";
import { serverNow, tick } from "../lib/clock.js";
import { Icon } from "../lib/icons.js";
import { startRowDrag } from "../lib/row-drag.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Band } from "../views/band.js";
import { Offers } from "../views/offers.js";
import { PlanEdit } from "../views/plan-edit.js";
import { PlanRow } from "../views/plan-row.js";
import { Saving } from "../views/saving.js";
import { ShareOfTime } from "../views/share.js";
import { Subject } from "../views/subject.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

function Planner({ room }) {
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const steps = inOrder(room.scene);
  const total = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  const link = `/w/${room.workshop}`;
  return html`
    <main class="planner">
      <header class="planner-head">
        <div><h1 dir="auto">${workshop.title}</h1><p class="small">${ngettext("%(n)s step", "%(n)s steps", steps.length)} · ${_("%(n)s min", { n: total })}</p></div>
        <div class="buttons"><a class="button" href="${link}/links"><${Icon} name="link" />${_("Links")}</a>
          <a class="button button--primary" href="${link}/console">${workshop.state === "lobby" ? _("Open the console") : _("Back to the console")}</a></div>
      </header>
      <${Saving} room=${room} /><${Offers} room=${room} />
      <${Band} room=${room} size=${matchMedia("(max-width: 43.69em)").matches ? "phone" : "console"} />
      <div class="planner-body">
        <${Agenda} room=${room} workshop=${workshop} steps=${steps} />
        <aside class="planner-aside" aria-label=${_("Share of working time")}><${ShareOfTime} steps=${steps} /><${Subject} room=${room} workshop=${workshop} /></aside>
      </div>
    </main>`;
}

function Agenda({ room, workshop, steps }) {
  const [editing, setEditing] = useState("");
  const [over, setOver] = useState("");
  const starts = startsOf(workshop, steps);
  const drag = (step) => (event) => startRowDrag(event, {
    over: setOver,
    drop: (id) => id !== step.id && room.send("MoveStep", { step: step.id, place: Math.round(steps.find((each) => each.id === id).place) }),
  });
  return html`
    <table class="plan" role="table">
      <caption class="visually-hidden">${_("Agenda")}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${_("Start")}</th><th role="columnheader" scope="col"><span class="visually-hidden">${_("Phase")}</span></th><th role="columnheader" scope="col">${_("Step")}</th>
        <th role="columnheader" scope="col">${_("Method")}</th><th role="columnheader" scope="col">${_("Minutes")}</th><th role="columnheader" scope="col"><span class="visually-hidden">${_("Order and changes")}</span></th></tr></thead>
      <tbody role="rowgroup">${steps.map((step, n) => html`
        <${PlanRow} key=${step.id} room=${room} step=${step} steps=${steps} starts=${starts[n]} last=${n === steps.length - 1} over=${over === step.id}
          state=${stateOf(workshop, step)} editing=${editing === step.id} onEdit=${() => setEditing(editing === step.id ? "" : step.id)} onDrag=${drag(step)} />
        ${editing === step.id && html`<${PlanEdit} key="edit-${step.id}" room=${room} step=${step} onClose=${() => setEditing("")} />`}`)}
      </tbody>
    </table>`;
}

// From the real start where there was one; else as if it began now, on the next five minutes.
function startsOf(workshop, steps) {
  tick.value; // subscribes
  const soon = Math.ceil(serverNow() / 300000) * 300000;
  let at = workshop.started_at ? Date.parse(workshop.started_at) : soon;
  return steps.map(({ minutes }) => {
    at += minutes * 60000;
    return at - minutes * 60000;
  });
}

function stateOf(workshop, step) {
  if (workshop.step === step.id) return "now";
  return ["planned", "early"].includes(step.state) ? "coming" : "done";
}

begin((room, root) => render(html`<${Planner} room=${room} />`, root));
