// What is done with one step of the agenda now and then, on a sheet.
import { html, useState } from "../lib/html.js";
import { copyOf, placeIn } from "../lib/agenda.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { placedTitle } from "../lib/kinds.js";
import { _ } from "../lib/words.js";
import { AsParticipant } from "./as-participant.js";
import { Collect } from "./collect.js";
import { PlanAdd } from "./plan-add.js";
import { PlanSwap } from "./plan-swap.js";

// onRemove(step) takes it away and offers it back.
export function PlanMore({ room, step, steps, onRemove, onClose }) {
  const [doing, setDoing] = useState("");
  const notes = room.scene.all("note").some((note) => note.step === step.id);
  const removable = step.state === "planned" && !notes;
  if (doing === "see") return html`<${AsParticipant} room=${room} step=${step.id} onClose=${onClose} />`;
  if (doing === "add") return html`<${PlanAdd} room=${room} steps=${steps} place=${placeIn(steps, step.id) + 1} onClose=${onClose} />`;
  if (doing === "swap") return html`<${PlanSwap} room=${room} step=${step} steps=${steps} onClose=${onClose} />`;
  if (doing === "collect") return html`<${Collect} room=${room} step=${step} onClose=${onClose} />`;
  if (doing === "remove") return html`<${Remove} step=${step} steps=${steps} onYes=${() => onRemove(step)} onClose=${onClose} />`;
  const duplicate = () => {
    room.send("AddStep", { id: room.newId(), place: placeIn(steps, step.id) + 1, ...copyOf(step) });
    say(_("Added."));
    onClose();
  };
  const remove = () => {
    if (steps.some(({ source }) => source === step.id)) return setDoing("remove");
    onRemove(step);
    onClose();
  };
  const collects = step.types.length > 0 && (["planned", "early"].includes(step.state) || mayCollectAgain(step));
  const button = (icon, words, onClick) => html`<button type="button" class="button" onClick=${onClick}><${Icon} name=${icon} />${words}</button>`;
  return html`
    <${Dialog} sort="sheet" title=${_("“%(title)s”", { title: placedTitle(step, steps) })} onClose=${onClose}>
      <div class="sheet-actions sheet-actions--list">
        ${button("smartphone", _("See it as a participant"), () => setDoing("see"))}
        ${collects && button("calendar", _("Collect notes before the meeting"), () => setDoing("collect"))}
        ${button("plus", _("Add a step after it"), () => setDoing("add"))}
        ${removable && button("repeat", _("Choose another method"), () => setDoing("swap"))}
        ${button("copy", _("Duplicate"), duplicate)}
        ${removable
          ? button("trash-2", _("Remove"), remove)
          : html`<p class="small">${_("It has begun or holds notes, so it stays in the agenda.")}</p>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

// Closed before the room came to it: it may take notes once more.
const mayCollectAgain = ({ collected, came, revealed, sealed }) => collected && !came && !revealed && !sealed;

function Remove({ step, steps, onYes, onClose }) {
  const users = steps.filter(({ source }) => source === step.id).map(({ title }) => _("“%(title)s”", { title }));
  return html`
    <${Ask} title=${_("Remove “%(title)s”?", { title: step.title })} yes=${_("Remove")} no=${_("Keep it")} onYes=${onYes} onClose=${onClose}>
      <p>${_("%(titles)s works on its notes, and will work on what comes before it instead.", { titles: users.join(", ") })}</p>
    <//>`;
}
