// "I'm done" and "I need more time": one's own sign to the room's rhythm. Others see a number.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function paceOf({ scene, you }, step) {
  const pace = scene.get("pace", you.value.id);
  return pace?.step === step.id ? pace.pace : "";
}

export function setPace(room, step, pace) {
  room.send("SetPace", { step: step.id, pace: paceOf(room, step) === pace ? "" : pace });
}

export function Pace({ room, step }) {
  const workshop = room.scene.one("workshop");
  if (workshop.step !== step.id) return null;
  return html`
    <section class="pace" aria-label=${_("How far you are")}>
      <div class="buttons"><${PaceButton} room=${room} step=${step} pace="done" icon="check">${_("I’m done")}<//>
        <${PaceButton} room=${room} step=${step} pace="more" icon="clock">${_("I need more time")}<//></div>
      <p class="small">${_("The facilitator sees how many, never who.")}</p>
    </section>`;
}

export function PaceButton({ room, step, pace, icon, children, class: look = "button button--small" }) {
  const chosen = paceOf(room, step) === pace;
  return html`
    <button type="button" class=${look} aria-pressed=${String(chosen)} onClick=${() => setPace(room, step, pace)}>
      <${Icon} name=${icon} />${children}</button>`;
}
