// The planner: the agenda as a table, its band above it, and the share of each phase.
import { html, useEffect, useState } from "../lib/html.js";
import { minutesOf, startsOf } from "../lib/agenda.js";
import { Icon } from "../lib/icons.js";
import { PLANNED } from "../lib/left-behind.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { AsParticipant } from "../views/as-participant.js";
import { Band } from "../views/band.js";
import { BandScale } from "../views/band-scale.js";
import { useLeftBehind } from "../views/left-behind.js";
import { loadMethods } from "../views/methods.js";
import { Offers } from "../views/offers.js";
import { PlanAdd } from "../views/plan-add.js";
import { PlanAdvice } from "../views/plan-advice.js";
import { PlanAgenda } from "../views/plan-agenda.js";
import { PlanRemoved } from "../views/plan-removed.js";
import { PlanTime } from "../views/plan-time.js";
import { Saving } from "../views/saving.js";
import { ShareOfTime } from "../views/share.js";
import { Subject } from "../views/subject.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

function Planner({ room }) {
  const [dialog, setDialog] = useState(null); // {of: "see" or "add", ...}
  const [removed, setRemoved] = useState(null); // the step taken away last
  useEffect(() => void loadMethods(room), []);
  useLeftBehind(room, PLANNED);
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const steps = inOrder(room.scene);
  const closed = workshop.state === "closed"; // then it is looked at, kept, and no longer changed
  const starts = startsOf(workshop, steps);
  const remove = (step) => {
    room.send("RemoveStep", { step: step.id });
    setRemoved(step);
  };
  return html`
    <main class="planner">
      <${Head} room=${room} workshop=${workshop} steps=${steps} onSee=${() => setDialog({ of: "see" })} />
      <${Saving} room=${room} /><${Offers} room=${room} />
      <div class="planner-band"><${Band} plan room=${room} size=${matchMedia("(max-width: 43.69em)").matches ? "phone" : "console"} />
        <${BandScale} room=${room} steps=${steps} starts=${starts} /></div>
      <div class="planner-body">
        <div class="planner-agenda">
          <${PlanAgenda} room=${room} workshop=${workshop} steps=${steps} starts=${starts} onRemove=${remove} />
          ${removed && html`<${PlanRemoved} key=${removed.id} room=${room} step=${removed} onGone=${() => setRemoved(null)} />`}
          ${!closed && html`<div class="buttons"><button type="button" class="button" onClick=${() => setDialog({ of: "add" })}><${Icon} name="plus" />${_("Add a step")}</button></div>`}
        </div>
        <aside class="planner-aside" aria-label=${_("Share of working time")}>
          <${ShareOfTime} workshop=${workshop} plan=${room.scene.one("plan")} steps=${steps} />
          ${!closed && html`<${PlanAdvice} room=${room} workshop=${workshop} steps=${steps} />
            <${PlanTime} room=${room} workshop=${workshop} /><${Subject} room=${room} workshop=${workshop} />`}</aside>
      </div>
      ${dialog?.of === "see" && html`<${AsParticipant} room=${room} step=${workshop.step || steps[0]?.id} onClose=${() => setDialog(null)} />`}
      ${dialog?.of === "add" && html`<${PlanAdd} room=${room} steps=${steps} place=${steps.length} onClose=${() => setDialog(null)} />`}
    </main>`;
}

function Head({ room, workshop, steps, onSee }) {
  const link = `/w/${room.workshop}`;
  const total = minutesOf(steps);
  const time = workshop.planned_minutes ? _("%(n)s of %(all)s min", { n: total, all: workshop.planned_minutes }) : _("%(n)s min", { n: total });
  return html`
    <header class="planner-head">
      <div><h1 dir="auto">${workshop.title}</h1><p class="small">${ngettext("%(n)s step", "%(n)s steps", steps.length)} · ${time}</p></div>
      <div class="buttons">
        <button type="button" class="button" onClick=${onSee}><${Icon} name="smartphone" />${_("See as a participant")}</button>
        <a class="button" href="${link}/links"><${Icon} name="link" />${_("Links")}</a>
        ${workshop.state !== "closed" && html`<a class="button" href="${link}/continue"><${Icon} name="history" />${_("Continue from …")}</a>
        <a class="button" href="${link}/bring-in"><${Icon} name="clipboard-paste" />${_("Bring in notes")}</a>`}
        <a class="button" href="${link}/recipe.json" download><${Icon} name="download" />${_("Keep as a recipe")}</a>
        <a class="button button--primary" href="${link}/console">${workshop.state === "lobby" ? _("Open the console") : _("Back to the console")}</a></div>
    </header>`;
}

begin(Planner);
