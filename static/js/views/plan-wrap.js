// One question through several steps: what it asks, and the steps that it adds.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { _ } from "../lib/words.js";

export function PlanWrap({ room, place, wrapper, onBack, onClose }) {
  const [prompt, setPrompt] = useState(wrapper.steps[0].prompt);
  const add = (event) => {
    event.preventDefault();
    for (const [kind, fields] of stepsOf(room, place, wrapper, prompt.trim())) room.send(kind, fields);
    say(_("Added."));
    onClose();
  };
  return html`
    <${Dialog} sort="picker" title=${wrapper.title} onClose=${onClose}>
      <form class="form" onSubmit=${add}>
        <p>${wrapper.purpose}</p>
        <ol>${wrapper.steps.map(({ title, minutes }, n) => html`<li key=${n}>${title} · ${_("%(n)s min", { n: minutes })}</li>`)}</ol>
        <div class="field"><label class="field-label" for="wrap-prompt">${_("Question")} <span class="field-hint">${_("– the same in each of these steps")}</span></label>
          <textarea class="field-input" id="wrap-prompt" rows="2" autofocus value=${prompt} dir="auto" onInput=${(event) => setPrompt(event.currentTarget.value)}></textarea></div>
        <div class="dialog-actions"><button type="button" class="button" onClick=${onBack}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("Add")}</button></div>
      </form>
    <//>`;
}

// Each step works on the one that its source names, by the id that it gets here.
function stepsOf(room, place, { steps }, prompt) {
  const ids = steps.map(() => room.newId());
  return steps.map(({ place: at, source, cycle, ...step }, n) => (
    ["AddStep", { ...step, id: ids[n], place: place + at, prompt, source: source === null ? "" : ids[source] }]));
}
