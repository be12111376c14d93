// The groan zone, while the room integrates: it is normal that it is heavy, and three things help.
import { html, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

const sheets = () => import("./heavy.js");

export function GroanZone({ room, workshop, step }) {
  const [sheet, setSheet] = useState("");
  const goal = workshop.purpose ? { of: "purpose", item: "" } : { of: "step", item: step.id };
  const lit = room.scene.one("spotlight");
  const isLit = lit?.of === goal.of && lit.item === goal.item;
  const button = (name, icon, words) => html`
    <button type="button" class="button button--small" onClick=${() => setSheet(name)}><${Icon} name=${icon} />${words}</button>`;
  return html`
    <section class="aside-part groan"><details open><summary class="groan-title">${_("It may feel messy. That is the work.")}</summary>
      <p>${_("Every room gets tired and cross here. It is normal, and it passes. If it is heavy:")}</p>
      <div class="groan-acts">
        <${Act} room=${room} kind=${isLit ? "EndSpotlight" : "Spotlight"} fields=${isLit ? {} : goal} icon="eye" class="button button--small">${isLit ? _("Put the goal away") : _("Read the goal again")}<//>
        ${button("Break", "coffee", _("Take a break"))}
        ${button("Groups", "users", _("Smaller groups"))}
      </div></details>
      ${sheet && html`<${Later} load=${sheets} name=${sheet} beside room=${room} step=${step} onClose=${() => setSheet("")} />`}
    </section>`;
}
