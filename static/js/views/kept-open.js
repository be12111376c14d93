// Steps beside the room's that still take notes: said in the foot until the facilitator finishes them.
import { html } from "../lib/html.js";
import { timeOfDay } from "../lib/fmt.js";
import { stillOpen } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export function StillOpen({ room }) {
  return stillOpen(room.scene).map((step) => html`
    <p class="console-open" key=${step.id}><span dir="auto">${openWords(room, step)}</span>
      <${Act} room=${room} kind="FinishStep" fields=${{ step: step.id }} icon="check" class="button button--small"
        aria-label=${_("Finish it: “%(title)s”", { title: step.title })}>${_("Finish it")}<//></p>`);
}

function openWords(room, { title, state, until }) {
  if (state === "open") return _("“%(title)s” still takes notes.", { title });
  return _("“%(title)s” takes notes until %(time)s.", { title, time: timeOfDay(Date.parse(until), room.language) });
}
