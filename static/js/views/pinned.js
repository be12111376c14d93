// What was agreed stands by: one quiet line in every step after, and all of it behind the line.
import { pinnedSteps } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { shownHere } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { LaidOut } from "./laid-out.js";

// onShine(id) puts the step in the light; missing where nobody facilitates.
export function Pinned({ room, step, onShine }) {
  return pinnedSteps(room.scene, step).map((pinned) => html`
    <details class="goal-line" key=${pinned.id}>
      <summary><${Icon} name="pin" /><span class="goal-words" dir="auto"><b>${pinned.title}</b></span></summary>
      <div class="pinned">
        <${LaidOut} room=${room} step=${pinned} notes=${shownHere(room.scene, pinned)} head="h2" />
        ${onShine && html`<button type="button" class="button button--small" onClick=${() => onShine(pinned.id)}><${Icon} name="lightbulb" />${_("Put in the spotlight")}</button>`}
      </div>
    </details>`);
}
