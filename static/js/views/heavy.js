// What helps a room that is stuck: a break, or smaller groups, each on a sheet that says what happens and what to say.
import { html, useEffect, useState } from "../lib/html.js";
import { placeIn } from "../lib/agenda.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";
import { loadMethods, methodOf, methods, NoMethods } from "./methods.js";

const LENGTHS = [5, 10, 15]; // minutes of a break
const TALK = 8; // minutes in small groups

// The break stands before the step, so that Next leads back to it.
export function Break({ room, step, onClose }) {
  const [minutes, setMinutes] = useState(10);
  useEffect(() => void (methods.peek().length || loadMethods(room)), []);
  const method = methodOf("break");
  const start = () => {
    const id = room.newId();
    room.send("AddStep", { ...method.step, id, place: placeIn(inOrder(room.scene), step.id), minutes });
    room.send("StartStep", { step: id, before: step.id });
    room.send("StartTimer", { seconds: minutes * 60 });
    say(_("A break of %(n)s minutes has begun.", { n: minutes }));
  };
  if (!method) {
    return html`
      <${Dialog} title=${_("Take a break?")} onClose=${onClose}><div class="dialog-body"><${NoMethods} room=${room} /></div>
        <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Not now")}</button></div><//>`;
  }
  return html`
    <${Ask} title=${_("Take a break?")} yes=${_("Start the break")} no=${_("Not now")} onYes=${start} onClose=${onClose}>
      <p>${_("All screens show the break and its time. It stands in the agenda before “%(title)s”, so Next leads back here.", { title: step.title })}</p>
      <fieldset class="field"><legend class="field-label">${_("How long")}</legend><div class="forms">
        ${LENGTHS.map((each) => html`
          <label class="form-choice" key=${each}><input type="radio" name="break-minutes" checked=${minutes === each} onChange=${() => setMinutes(each)} /><span>${_("%(n)s min", { n: each })}</span></label>`)}
      </div></fieldset>
    <//>`;
}

export function Groups({ room, onClose }) {
  return html`
    <${Dialog} title=${_("Smaller groups")} onClose=${onClose}>
      <div class="dialog-body">
        <section class="script"><h3 class="script-label">${_("Say this")}</h3>
          <p class="script-say">${_("“Turn to two or three who sit near you. What do we agree on already, and what is still unclear? You have %(n)s minutes. Then one from each group tells us one thing.”", { n: TALK })}</p></section>
        <p>${_("Nothing changes on the screens but the time. Those who are quiet in a large room speak in a small one.")}</p>
      </div>
      <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
        <${Act} room=${room} kind="StartTimer" fields=${{ seconds: TALK * 60 }} icon="timer" class="button button--primary" onSent=${onClose}>${_("Start %(n)s minutes", { n: TALK })}<//></div>
    <//>`;
}
