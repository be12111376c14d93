// What is kept and what is dropped on purpose: a mark on each thing, and the list with its reasons.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { choiceOn, choicesOf, itemName } from "../lib/table.js";
import { _ } from "../lib/words.js";

const asWritten = (text) => text;

export function ChoiceMark({ scene, step, item }) {
  const { choice } = choiceOn(scene, step, item);
  if (!choice) return null;
  return html`<p class="chip chosen-mark" data-choice=${choice}><${Icon} name=${choice === "keep" ? "check" : "x"} /> ${choiceWord(choice)}</p>`;
}

function choiceWord(choice) {
  return choice === "keep" ? _("Kept") : _("Dropped");
}

// only: keep or drop, where one stands alone; from, most: those of one page.
export function Chosen({ room, step, only, from = 0, most = Infinity, words = asWritten }) {
  const choices = choicesOf(room.scene, step);
  const lists = [["keep", _("We keep")], ["drop", _("We drop on purpose")]];
  return lists.map(([choice, title]) => {
    const those = choices.filter((each) => each.choice === choice);
    if (!those.length || (only && only !== choice)) return null;
    return html`
      <section class="section kept" key=${choice} data-choice=${choice}><h2 class="counted">${title} <span class="count">${those.length}</span></h2>
        <ul class="kept-list">${those.slice(from, from + most).map((each) => html`
          <li key=${each.id}><b dir="auto">${words(itemName(room.scene, each))}</b>${each.reason && html` <span class="kept-reason" dir="auto">${words(each.reason)}</span>`}</li>`)}</ul>
      </section>`;
  });
}
