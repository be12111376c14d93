// Clustering on the phone: the notes in their clusters, and a composer folded away for what is missing.
import { html } from "../lib/html.js";
import { hiddenStep } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Clusters } from "../layouts/clusters.js";
import { Composer } from "./composer.js";
import { Readers } from "./readers.js";

export function Screen({ room, step }) {
  const before = hiddenStep(room.scene, step);
  return html`
    <main class="main">
      <p class="promise"><span>${step.locks.includes("moving") ? _("The facilitator has locked this step.") : _("It may feel messy. That is the work. Notes may stand alone.")}</span></p>
      ${before && html`<p class="lead">${_("The notes are shown in a moment.")}</p>`}
      <${Clusters} room=${room} step=${step} />
      ${step.types.length > 0 && !step.locks.includes("writing") && html`
        <details class="more"><summary>${_("Write one that is missing")}</summary><${Composer} key=${step.id} room=${room} step=${step} /><${Readers} step=${step} /></details>`}
    </main>`;
}
