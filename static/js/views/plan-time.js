// What the plan is judged by: the time there is, what it is for, and whether people sit at a screen.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";

export function PlanTime({ room, workshop }) {
  const [typed, setTyped] = useState(null);
  const most = room.limits.value.minutes ?? 480;
  const change = (fields) => {
    room.send("ChangeWorkshop", fields);
    say(_("Saved."));
  };
  const left = () => {
    const minutes = Math.min(most, Math.max(0, Math.round(Number(typed)) || 0));
    if (typed !== null && minutes !== workshop.planned_minutes) change({ planned_minutes: minutes });
    setTyped(null);
  };
  return html`
    <form class="form card plan-time" onSubmit=${(event) => event.preventDefault()}>
      <div class="field"><label class="field-label" for="planned-minutes">${_("Minutes you have")} <span class="field-hint">${_("– 0 if you do not know")}</span></label>
        <input class="field-input" id="planned-minutes" type="number" min="0" max=${most} value=${typed ?? workshop.planned_minutes}
          aria-describedby="planned-help" onInput=${(event) => setTyped(event.currentTarget.value)} onBlur=${left} onKeyDown=${(event) => event.key === "Enter" && left()} />
        <p class="field-help" id="planned-help">${_("The console tells by this when you run late. It begins as the length of the recipe and a tenth more, for what happens.")}</p></div>
      <div class="field"><label class="field-label" for="plan-aim">${_("You want")}</label>
        <select class="field-input" id="plan-aim" value=${workshop.aim} onChange=${(event) => change({ aim: event.currentTarget.value })}>
          <option value="">${_("Something in between")}</option>
          <option value="innovate">${_("Something new")}</option>
          <option value="improve">${_("Something there is, made better")}</option></select></div>
      <label class="check"><input type="checkbox" checked=${workshop.remote} onChange=${(event) => change({ remote: event.currentTarget.checked })} /> <span>${_("People take part from elsewhere: a break each hour")}</span></label>
    </form>`;
}
