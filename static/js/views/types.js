// Chooses the kind of a note: woven edge and word.
import { html } from "../lib/html.js";
import { typeWord } from "../lib/kinds.js";
import { _ } from "../lib/words.js";

export function Types({ types, chosen, name, onChoose }) {
  if (types.length < 2) return null;
  return html`
    <fieldset class="types"><legend class="visually-hidden">${_("Kind of note")}</legend>
      ${types.map((type) => html`
        <label class="type" data-type=${type} key=${type}>
          <input type="radio" name=${name} value=${type} checked=${type === chosen} onChange=${() => onChoose(type)} />
          <span class="type-face"><span class="hem" aria-hidden="true"></span>${typeWord(type)}</span>
        </label>`)}
    </fieldset>`;
}
