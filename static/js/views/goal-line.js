// The goal stands by: one quiet line on every screen after it was written, and all of it behind the line.
import { html } from "../lib/html.js";
import { goalNow, headline, isAboutGoal } from "../lib/forms.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Said } from "./said.js";

export function GoalLine({ room, step }) {
  const goal = goalNow(room.scene);
  if (!goal || isAboutGoal(step)) return null;
  return html`
    <details class="goal-line">
      <summary><${Icon} name="target" /><span class="goal-words" dir="auto"><b>${_("Goal:")}</b> ${headline(goal)}</span></summary>
      <${Said} room=${room} sheet=${goal} />
    </details>`;
}

// On the board there is nothing to open.
export function GoalOnBoard({ room }) {
  const goal = goalNow(room.scene);
  return goal ? html`<p class="board-goal" dir="auto"><${Icon} name="target" /><span><b>${_("Goal:")}</b> ${headline(goal)}</span></p>` : null;
}
