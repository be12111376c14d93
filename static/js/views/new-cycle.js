// One more cycle from here: what goes on, which question, and what will be made, before anything is.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { carriable, onTop, stepsAgain } from "../lib/carrying.js";
import { Dialog } from "../lib/dialog.js";
import { nameOf, otherLead } from "../lib/lead.js";
import { inTheLot } from "../lib/parked.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";

export function NewCycle({ room, step, onClose }) {
  const again = stepsAgain(inOrder(room.scene), step);
  const [id] = useState(() => room.newId());
  const [question, setQuestion] = useState(() => again.find(({ types }) => types.length)?.prompt ?? "");
  const [chosen, setChosen] = useState(() => new Set(onTop(room.scene, again)));
  const found = carriable(room.scene, again);
  const parked = inTheLot(room.scene);
  const other = otherLead(room);
  const choose = (item, on) => {
    const next = new Set(chosen);
    if (on) next.add(item);
    else next.delete(item);
    setChosen(next);
  };
  const among = (list) => list.map((each) => each.id).filter((each) => chosen.has(each));
  const make = () => {
    room.send("StartCycle", { id, question: question.trim(), notes: among(found.alone), clusters: among(found.clusters), parked: among(parked) });
    say(_("The new cycle stands in the agenda, right after this step."));
    onClose();
  };
  return html`
    <${Dialog} long title=${_("New cycle from here")} onClose=${onClose}>
      <div class="dialog-body">
        ${other && html`<p class="advice">${_("%(name)s leads just now. Take the lead first, or ask for it.", { name: nameOf(other) })}</p>`}
        <${Choices} found=${found} chosen=${chosen} onChoose=${choose} />
        ${parked.length > 0 && html`<${FromTheLot} parked=${parked} chosen=${chosen} onChoose=${choose} />`}
        <div class="field"><label class="field-label" for="cycle-question">${_("The question, sharper")}</label>
          <textarea class="field-input" id="cycle-question" rows="2" dir="auto" value=${question} maxlength=${room.limits.value.prompt_graphemes} onInput=${(event) => setQuestion(event.currentTarget.value)}></textarea>
          <p class="field-help">${_("The first step that takes notes asks it. The one before stays as it was.")}</p></div>
        <${Made} step=${step} again=${again} />
      </div>
      <div class="dialog-actions">
        <button type="button" class="button" onClick=${onClose}>${_("Not now")}</button>
        ${again.length > 0 && !other && html`<button type="button" class="button button--primary" onClick=${make}>${_("Make the cycle")}</button>`}
      </div>
    <//>`;
}

function Choices({ found, chosen, onChoose }) {
  const { clusters, alone, sizes } = found;
  if (!clusters.length && !alone.length) return html`<p>${_("Nothing is shown to everyone yet, so the cycle begins with an empty wall.")}</p>`;
  const picked = alone.filter(({ id }) => chosen.has(id)).length;
  return html`
    <fieldset class="field"><legend class="field-label">${_("What goes on?")}</legend>
      ${clusters.map(({ id, title }) => html`
        <${Choice} key=${id} id=${id} on=${chosen.has(id)} onChoose=${onChoose}><b dir="auto">${title || _("No name yet")}</b> · ${ngettext("%(n)s note", "%(n)s notes", sizes.get(id))}<//>`)}
      ${alone.length > 0 && html`
        <details class="more" open=${!clusters.length || picked > 0}><summary>${_("Notes standing alone")} <span class="count">${_("%(n)s of %(all)s", { n: picked, all: alone.length })}</span></summary>
          ${alone.map(({ id, text }) => html`<${Choice} key=${id} id=${id} on=${chosen.has(id)} onChoose=${onChoose}><span dir="auto">${text}</span><//>`)}</details>`}
    </fieldset>`;
}

function FromTheLot({ parked, chosen, onChoose }) {
  const picked = parked.filter(({ id }) => chosen.has(id)).length;
  return html`
    <details class="more"><summary>${_("From the parking lot")} <span class="count">${_("%(n)s of %(all)s", { n: picked, all: parked.length })}</span></summary>
      <fieldset class="field"><legend class="visually-hidden">${_("From the parking lot")}</legend>
      ${parked.map(({ id, text }) => html`<${Choice} key=${id} id=${id} on=${chosen.has(id)} onChoose=${onChoose}><span dir="auto">${text}</span><//>`)}</fieldset></details>`;
}

function Choice({ id, on, onChoose, children }) {
  return html`<label class="check"><input type="checkbox" checked=${on} onChange=${(event) => onChoose(id, event.currentTarget.checked)} /> <span>${children}</span></label>`;
}

function Made({ step, again }) {
  if (!again.length) return html`<p class="advice">${_("This cycle has no step that opens, integrates or closes.")}</p>`;
  const minutes = again.reduce((sum, each) => sum + each.minutes, 0);
  return html`
    <section class="made"><h3>${ngettext("%(n)s new step, %(minutes)s min", "%(n)s new steps, %(minutes)s min", again.length, { minutes })}</h3>
      <p>${_("They come right after “%(title)s”. What you chose is copied there; the room does not move before you press Next.", { title: step.title })}</p>
      <ol class="made-steps">${again.map(({ id, title, minutes: each }) => html`<li key=${id}><span dir="auto">${title}</span> <span class="agenda-minutes">${each}</span></li>`)}</ol>
    </section>`;
}
