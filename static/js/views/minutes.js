// Minutes with − and +, or typed. What is typed is sent when the field is left.
import { html, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

// title: what the step is called among the others.
export function Minutes({ room, step, title }) {
  const [typed, setTyped] = useState(null);
  const most = room.limits.value.minutes ?? 480;
  const set = (minutes) => {
    const within = Math.min(most, Math.max(1, Math.round(minutes)));
    if (within && within !== step.minutes) room.send("ChangeStep", { step: step.id, minutes: within });
  };
  const left = () => {
    if (typed !== null) set(Number(typed));
    setTyped(null);
  };
  const keys = (event) => event.key === "Enter" && left();
  return html`
    <div class="stepper" role="group" aria-label=${_("Minutes for “%(title)s”", { title })}>
      <button type="button" class="stepper-button" aria-label=${_("One minute less")} onClick=${() => set(step.minutes - 1)}><${Icon} name="minus" /></button>
      <input class="stepper-value" inputmode="numeric" value=${typed ?? step.minutes} aria-label=${_("Minutes")}
        onInput=${(event) => setTyped(event.currentTarget.value)} onBlur=${left} onKeyDown=${keys} />
      <button type="button" class="stepper-button" aria-label=${_("One minute more")} onClick=${() => set(step.minutes + 1)}><${Icon} name="plus" /></button>
    </div>`;
}
