// Writing and reading on the phone: the composer, who can read it, and the wall.
import { html, signal, useMemo, useState } from "../lib/html.js";
import { hiddenStep } from "../lib/steps.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Wall } from "../layouts/wall.js";
import { Composer } from "./composer.js";
import { Readers } from "./readers.js";

export function Screen({ room, step }) {
  const building = useMemo(() => signal(""), [step.id]);
  const before = hiddenStep(room.scene, step);
  const locked = step.locks.includes("writing");
  const writes = step.types.length > 0 && (!locked || room.drafts.get(`note ${step.id}`));
  const open = step.types.length > 0 && !locked;
  const build = (id) => (building.value = id);
  return html`
    <main class="main">
      ${locked && html`<p class="promise"><${Icon} name="lock" /><span>${_("The facilitator has locked this step.")}</span></p>`}
      ${before && before.id !== step.id && html`<p class="lead">${_("The notes are shown in a moment.")}</p>`}
      ${writes && html`<${Writing} key=${step.id} room=${room} step=${step} building=${building} />`}
      <${Wall} room=${room} step=${step} onBuild=${open && step.can_build ? build : undefined} />
    </main>`;
}

// Where the wall is shown, or about to be, reading comes first: the composer is folded until it is wanted.
// It stays open while one writes; folding it away also lets go of the note that was built on.
function Writing({ room, step, building }) {
  const [opened, setOpened] = useState(() => Boolean(room.drafts.get(`note ${step.id}`)));
  const paper = html`<${Composer} room=${room} step=${step} building=${building} /><${Readers} step=${step} />`;
  const reading = step.can_build && (step.revealed || step.source);
  if (!reading) return paper;
  const toggled = ({ currentTarget }) => {
    setOpened(currentTarget.open);
    if (!currentTarget.open) building.value = "";
  };
  return html`<details class="more" open=${opened || Boolean(building.value)} onToggle=${toggled}><summary>${_("Write one more note")}</summary>${paper}</details>`;
}
