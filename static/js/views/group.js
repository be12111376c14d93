// Clustering on the phone: the notes in their clusters, and a composer folded away for what is missing.
import { html, useState } from "../lib/html.js";
import { isSilent } from "../lib/silence.js";
import { hiddenStep, takesNotes } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { groupOf, worksApart } from "../lib/working-groups.js";
import { Clusters } from "../layouts/clusters.js";
import { Composer } from "./composer.js";
import { Locked } from "./locked.js";
import { OwnGroup } from "./own-group.js";
import { Pace } from "./pace.js";
import { Readers } from "./readers.js";

export function Screen({ room, step }) {
  const before = hiddenStep(room.scene, step);
  const apart = worksApart(step);
  const group = apart ? groupOf(room) : "";
  if (apart && !group) return html`<main class="main"><${OwnGroup} room=${room} /></main>`;
  return html`
    <main class="main">
      ${apart && html`<${OwnGroup} room=${room} />`}
      ${!step.locks.includes("moving") && html`<p class="promise"><span>${promise(step)}</span></p>`}
      ${before && html`<p class="lead">${_("The notes are shown in a moment.")}</p>`}
      <${Locked} step=${step} what="moving" />
      <${Clusters} room=${room} step=${step} group=${group} />
      ${takesNotes(step) && html`
        <${Locked} step=${step} what="writing" />
        <${Missing} room=${room} step=${step} />`}
      <${Pace} room=${room} step=${step} />
    </main>`;
}

function promise(step) {
  if (isSilent(step)) return _("In silence: put together what belongs together. Names come later.");
  if (step.setup?.story) return _("Each cluster is told in turn. Listen for what is missing.");
  return _("It may feel messy. That is the work. Notes may stand alone.");
}

// It stays open while one writes; a text that was begun opens it again.
function Missing({ room, step }) {
  const begun = Boolean(room.drafts.get(`note ${step.id}`));
  const [opened, setOpened] = useState(begun);
  if (step.locks.includes("writing") && !begun) return null;
  return html`
    <details class="more" open=${opened} onToggle=${({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>${_("Write one that is missing")}</summary><${Composer} key=${step.id} room=${room} step=${step} /><${Readers} step=${step} /></details>`;
}
