// Two clusters become one, or one becomes two.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { typeWord } from "../lib/kinds.js";
import { chosenWords } from "../lib/chosen.js";
import { _ } from "../lib/words.js";
import { Choices } from "./choices.js";

export function Merge({ room, step, group, groups, onClose }) {
  const merge = (into) => {
    room.send("MergeClusters", { step: step.id, cluster: group.id, into });
    say(_("They are one cluster now."));
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${_("Put together with…")} onClose=${onClose}>
      <p>${_("The other one keeps its name. You can undo it.")}</p>
      <${Choices} groups=${groups} here=${new Set([group.id])} onChoose=${merge} />
      <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button></div>
    <//>`;
}

// Some of its notes, but not all, become a cluster of their own.
export function Split({ room, step, group, onClose }) {
  const [chosen, setChosen] = useState(new Set());
  const toggle = (id) => {
    const more = new Set(chosen);
    if (!more.delete(id)) more.add(id);
    setChosen(more);
  };
  const fits = chosen.size > 0 && chosen.size < group.notes.length;
  const split = (event) => {
    event.preventDefault();
    if (!fits) return;
    room.send("SplitCluster", { id: room.newId(), step: step.id, cluster: group.id, notes: [...chosen] });
    say(_("They are two clusters now."));
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${_("Part it")} onClose=${onClose}>
      <form class="form" onSubmit=${split}>
        <fieldset class="picks"><legend>${_("Which notes become a cluster of their own?")}</legend>
          ${group.notes.map(({ id, type, text }) => html`
            <label key=${id} class="pick-line" data-type=${type}><input type="checkbox" checked=${chosen.has(id)} onChange=${() => toggle(id)} />
              <span dir="auto">${text}</span> <span class="visually-hidden">${typeWord(type)}</span></label>`)}
        </fieldset>
        <p role="status">${fits ? chosenWords(chosen.size) : _("Choose some, and leave at least one.")}</p>
        <div class="sheet-actions">
          <button type="submit" class="button button--primary" aria-disabled=${fits ? undefined : "true"}>${_("Make a cluster of them")}</button>
          <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
        </div>
      </form>
    <//>`;
}
