// One step of the agenda in the planner: start, phase, title, method, minutes, order.
import { html } from "../lib/html.js";
import { placeIn } from "../lib/agenda.js";
import { serverNow } from "../lib/clock.js";
import { dayAndTime, timeOfDay } from "../lib/fmt.js";
import { Icon, Sign } from "../lib/icons.js";
import { phaseWord, placedTitle } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { Minutes } from "./minutes.js";

// starts: ms of the clock; onDrag begins a drag by the row's grip.
export function PlanRow({ closed, room, step, steps, starts, last, state, editing, over, onEdit, onMore, onDrag }) {
  const now = placeIn(steps, step.id);
  const move = (place) => room.send("MoveStep", { step: step.id, place });
  const tool = "button button--square button--quiet button--small";
  const own = { title: placedTitle(step, steps) };
  return html`
    <tr role="row" class="plan-step ${over ? "plan-step--over" : ""}" data-state=${state} data-id=${step.id} onPointerDown=${closed ? undefined : onDrag}>
      <td role="cell" class="plan-start">${timeOfDay(starts, room.language)}</td>
      <td role="cell" class="plan-sign"><${Sign} phase=${step.phase} /><span class="visually-hidden">${phaseWord(step, steps)}</span></td>
      <th role="rowheader" scope="row" class="plan-title" dir="auto">${step.prompt || step.title}
        ${step.state === "early" && !closed && html`<p class="plan-early"><${Icon} name="clock" />${collecting(step, room)}</p>`}</th>
      <td role="cell" class="plan-method" dir="auto">${step.pending === "late" ? _("Not saved yet") : step.title}</td>
      <td role="cell" class="plan-minutes">${closed ? _("%(n)s min", { n: step.minutes }) : html`<${Minutes} room=${room} step=${step} title=${own.title} />`}</td>
      <td role="cell" class="plan-tools">${!closed && html`
        <button type="button" class=${tool} aria-label=${_("“%(title)s” earlier", own)} aria-disabled=${now ? undefined : "true"}
          onClick=${() => now && move(now - 1)}><${Icon} name="arrow-up" /></button>
        <button type="button" class=${tool} aria-label=${_("“%(title)s” later", own)} aria-disabled=${last ? "true" : undefined}
          onClick=${() => last || move(now + 1)}><${Icon} name="arrow-down" /></button>
        <button type="button" class=${tool} aria-label=${_("Change “%(title)s”", own)} aria-expanded=${String(editing)} onClick=${onEdit}><${Icon} name="pencil" /></button>
        <button type="button" class=${tool} aria-label=${_("More for “%(title)s”", own)} onClick=${onMore}><${Icon} name="ellipsis" /></button>`}
      </td>
    </tr>`;
}

function collecting({ until }, room) {
  const time = dayAndTime(until, room.language);
  return Date.parse(until) > serverNow() ? _("Collecting until %(time)s", { time }) : _("Takes no more notes since %(time)s", { time });
}
