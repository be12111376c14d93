// A long list of things: find those that hold some words. A short one is seen whole, and asks nothing.
import { sayOfOthers } from "../lib/announce.js";
import { found } from "../lib/finding.js";
import { html, useEffect, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";

const MANY = 20; // things, past which one scrolls for long

// Gives what is to be drawn, and the field to put above it.
export function useFinding(things, textOf) {
  const [words, setWords] = useState("");
  const many = things.length > MANY;
  const shown = many && words ? found([{ notes: things }], words, textOf).flatMap(({ notes }) => notes) : things;
  return { shown, field: many && html`<${FindThings} words=${words} n=${shown.length} onWords=${setWords} />` };
}

function FindThings({ words, n, onWords }) {
  useEffect(() => words && sayOfOthers("found", foundWords(n)), [words, n]);
  return html`
    <div class="find">
      <label class="find-words"><span class="visually-hidden">${_("Find by words")}</span><${Icon} name="search" />
        <input type="search" class="field-input" value=${words} placeholder=${_("Find")} dir="auto" autocomplete="off" onInput=${({ currentTarget }) => onWords(currentTarget.value)} /></label>
      ${words && html`<p class="find-count">${foundWords(n)}</p>`}
    </div>`;
}

function foundWords(n) {
  return n ? ngettext("%(n)s found", "%(n)s found", n) : _("Nothing here has these words.");
}
