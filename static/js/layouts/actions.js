// Who does what, by when: what was chosen, the actions so far, and a form for one more.
import { html, useState } from "../lib/html.js";
import { useRefused } from "../lib/in-place.js";
import { resultBefore } from "../lib/ballot.js";
import { useFocusBack } from "../lib/focus-back.js";
import { sources } from "../lib/steps.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { ActionForm } from "../views/action-form.js";
import { Actions } from "../views/actions.js";
import { Decisions } from "../views/decisions.js";
import { Pace } from "../views/pace.js";
import { Settled } from "../views/settled.js";

export function Screen({ room, step }) {
  return html`<main class="main"><${ActionPlan} room=${room} step=${step} /><${Pace} room=${room} step=${step} /></main>`;
}

export function ActionPlan({ room, step }) {
  const [adding, setAdding] = useState(() => (room.drafts.get(`action ${step.id}`) ? "kept" : ""));
  const refused = useRefused(room, "AddAction");
  const opener = useFocusBack(Boolean(adding || refused.length));
  const result = resultBefore(room.scene, step);
  const here = sources(room.scene, step);
  const actions = room.scene.all("action").filter((action) => here.has(action.step) || action.continued);
  return html`
    <${Decisions} room=${room} />
    ${result && html`<details class="more"><summary>${_("What the vote said")}</summary><${Settled} room=${room} round=${result} /></details>`}
    <section class="section" data-layout="actions">
      <h2 class="counted">${_("Actions")} <span class="count">${actions.length}</span></h2>
      ${actions.length ? html`<${Actions} room=${room} actions=${actions} />` : html`<p class="empty">${_("No actions yet. Begin with a verb: what will someone do?")}</p>`}
      ${refused.map((each) => html`<${ActionForm} key=${each.entry.op} room=${room} step=${step} refused=${each} />`)}
      ${adding
        ? html`<${ActionForm} key="new" room=${room} step=${step} focus=${adding === "asked"} onClose=${() => setAdding("")} />`
        : html`<button type="button" class="button button--wide" ref=${opener} onClick=${() => setAdding("asked")}><${Icon} name="plus" />${_("Write an action")}</button>`}
    </section>`;
}
