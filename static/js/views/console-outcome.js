// Actions and decisions on the console.
import { html } from "../lib/html.js";
import { ActionPlan } from "../layouts/actions.js";
import { Deciding } from "./deciding.js";
import { resultBefore } from "../lib/ballot.js";
import { isAboutParking } from "../lib/parked.js";
import { ParkedList } from "./parked-list.js";
import { ParkedTools } from "./parked-menu.js";

export function Stage({ room, step }) {
  const round = resultBefore(room.scene, step);
  const deciding = step.layout === "actions" || step.phase === "close" || round || room.scene.all("decision").length > 0;
  return html`
    ${isAboutParking(step) && html`<${ParkedList} room=${room} tools=${(thought) => html`<${ParkedTools} room=${room} thought=${thought} />`} />`}
    ${step.layout === "actions" && html`<${ActionPlan} room=${room} step=${step} />`}
    ${deciding && html`<${Deciding} room=${room} step=${step} round=${round} />`}`;
}
