// Writing and reading on the phone: the composer, who can read it, and the wall.
import { columnsOf, sortsForAll } from "../lib/columns.js";
import { html, signal, useMemo, useState } from "../lib/html.js";
import { momentShown } from "../lib/fmt.js";
import { hiddenStep, takesNotes } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Columns } from "../layouts/columns.js";
import { Wall } from "../layouts/wall.js";
import { groupOf, worksApart } from "../lib/working-groups.js";
import { Composer } from "./composer.js";
import { Dealt } from "./dealt.js";
import { Locked } from "./locked.js";
import { OwnGroup } from "./own-group.js";
import { Pace } from "./pace.js";
import { Readers } from "./readers.js";

export function Screen({ room, step }) {
  const building = useMemo(() => signal(""), [step.id]);
  const before = hiddenStep(room.scene, step);
  const locked = step.locks.includes("writing");
  const apart = worksApart(step);
  const group = apart ? groupOf(room) : "";
  const takes = takesNotes(step) && (!apart || Boolean(group));
  const writes = takes && (!locked || room.drafts.get(`note ${step.id}`));
  const build = (id) => (building.value = id);
  return html`
    <main class="main">
      ${step.state === "early" && html`<${Early} room=${room} step=${step} />`}
      ${before && before.id !== step.id && html`<p class="lead">${_("The notes are shown in a moment.")}</p>`}
      ${apart && html`<${OwnGroup} room=${room} />`}
      ${takes && html`<${Locked} step=${step} what="writing" />`}
      ${sortsForAll(step) && html`<${Locked} step=${step} what="moving" />`}
      ${step.setup?.deal > 0 && html`<${Dealt} room=${room} step=${step} onBuild=${takes && !locked ? build : undefined} />`}
      ${writes && html`<${Writing} key=${step.id} room=${room} step=${step} building=${building} />`}
      ${takes && html`<${Pace} room=${room} step=${step} />`}
      <${columnsOf(step).length ? Columns : Wall} room=${room} step=${step} group=${group} onBuild=${takes && !locked && step.can_build ? build : undefined} />
    </main>`;
}

// Before the meeting nobody else is there: what this is, and how long it may take.
function Early({ room, step }) {
  const { title } = room.scene.one("workshop");
  return html`
    <div><p class="lead">${_("You can write until %(time)s.", { time: momentShown(step.until, room.language) })}</p>
      <p class="small">${_("“%(title)s” has not started yet. Nothing is shown before it does. You can close this page and come back.", { title })}</p></div>`;
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
