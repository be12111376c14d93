// Notes on the console: only what the facilitator may read, how the room sees them, and what can be held back.
import { columnsOf } from "../lib/columns.js";
import { html, useState } from "../lib/html.js";
import { Later } from "../lib/later.js";
import { shine } from "../lib/light.js";
import { notesHere } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { worksApart } from "../lib/working-groups.js";
import { Columns } from "../layouts/columns.js";
import { Wall } from "../layouts/wall.js";
import { Act } from "./act.js";

const groups = () => import("./console-groups.js");
const moderate = () => import("./moderate.js");

export function Stage({ room, step }) {
  const [holding, setHolding] = useState("");
  return html`
    ${worksApart(step) && html`<${Later} load=${groups} name="Groups" beside room=${room} />`}
    <${Order} room=${room} step=${step} />
    <${columnsOf(step).length ? Columns : Wall} room=${room} step=${step} onShine=${(id) => shine(room, "note", id)} onHold=${setHolding} />
    ${holding && html`<${Later} load=${moderate} name="Moderate" beside room=${room} id=${holding} onClose=${() => setHolding("")} />`}`;
}

// For a presenting round: each author's notes stand together. Only where notes carry names.
function Order({ room, step }) {
  const named = notesHere(room.scene, step).some(({ name, readers }) => name && readers === "all");
  const byAuthor = step.order === "author";
  if (!named && !byAuthor) return null;
  return html`
    <div class="buttons"><${Act} room=${room} kind="ChangeStep" fields=${{ step: step.id, order: byAuthor ? "shuffled" : "author" }} icon="user-round"
      class="button button--small" aria-pressed=${String(byAuthor)}>${_("Order by author")}<//></div>`;
}
