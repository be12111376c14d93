// How sure the room is of a version: asked in secret, told as numbers, and kept with the version.
import { html } from "../lib/html.js";
import { answeredOf, cardOf, resultOn, scoringOf } from "../lib/marks.js";
import { _ } from "../lib/words.js";
import { Locked } from "./locked.js";
import { Marks } from "./marking.js";
import { Scored } from "./scoring-result.js";

// While it is asked, it is what there is to do.
export function SureNow({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  if (scoring?.state !== "open") return null;
  if (!cardOf(room.scene, scoring, room.you.value.id)) {
    return room.as === "participant" ? html`<p class="lead">${_("You came after it was opened. The facilitator can let you in.")}</p>` : null;
  }
  return html`<section class="section sure"><h2 dir="auto">${scoring.scales[0].title}</h2><${Locked} step=${step} what="voting" /><${Marks} room=${room} scoring=${scoring} locked=${step.locks.includes("voting")} /></section>`;
}

// open: all of it is drawn, where nothing can be pressed.
export function Sure({ room, sheet, open = false }) {
  const scoring = sheet.confidence && room.scene.get("scoring", sheet.confidence);
  if (scoring?.state !== "closed") return null;
  const scale = scoring.scales[0];
  const middle = resultOn(scoring, scoring.items[0].item, scale.id)?.median;
  const words = middle ? _("How sure the room was: %(median)s of %(high)s in the middle", { median: middle, high: scale.high }) : _("How sure the room was: too few answered to tell");
  const lie = html`<p class="small">${answeredOf(scoring)}</p><${Scored} room=${room} scoring=${scoring} />`;
  return open ? html`<section class="sure-said"><h2>${words}</h2>${lie}</section>` : html`<details class="more sure-said"><summary>${words}</summary>${lie}</details>`;
}
