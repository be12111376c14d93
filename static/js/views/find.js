// A wall of many notes: find one by its words, or go to a cluster.
import { sayOfOthers } from "../lib/announce.js";
import { html, useEffect } from "../lib/html.js";
import { isTray } from "../lib/columns.js";
import { Icon } from "../lib/icons.js";
import { trayWord } from "../lib/kinds.js";
import { _, ngettext } from "../lib/words.js";

const MANY = 30; // notes, past which one no longer sees them all

export function Find({ groups, shown, words, root, onWords, children }) {
  const all = sum(groups);
  const n = sum(shown);
  useEffect(() => words && sayOfOthers("found", foundWords(n)), [words, n]);
  return html`
    <div class="find">
      ${all > MANY && html`
        <label class="find-words"><span class="visually-hidden">${_("Find notes by their words")}</span><${Icon} name="search" />
          <input type="search" class="field-input" value=${words} placeholder=${_("Find")} dir="auto" autocomplete="off" onInput=${({ currentTarget }) => onWords(currentTarget.value)} /></label>
        <${GoTo} groups=${shown} root=${root} />`}
      ${children}
      ${words && html`<p class="find-count">${foundWords(n)}</p>`}
    </div>`;
}

const sum = (groups) => groups.reduce((n, { notes }) => n + notes.length, 0);

function foundWords(n) {
  return n ? ngettext("%(n)s note found", "%(n)s notes found", n) : _("No note has these words.");
}

function goWord({ id, type, title, team }) {
  if (!id) return _("Standing alone");
  if (isTray({ id })) return trayWord(type);
  return [team, title || _("No name yet")].filter(Boolean).join(": ");
}

// Choosing is going there; the list then says again what it is for.
function GoTo({ groups, root }) {
  const go = ({ currentTarget }) => {
    const section = root.current.querySelector(`[data-group="${currentTarget.value}"]`);
    currentTarget.selectedIndex = 0;
    section?.scrollIntoView({ block: "start" });
    section?.querySelector("[data-item]")?.focus({ preventScroll: true });
  };
  return html`
    <label class="find-go"><span class="visually-hidden">${_("Go to a cluster")}</span>
      <select class="field-input" onChange=${go}><option value="-" selected>${_("Go to…")}</option>
        ${groups.map((group) => html`<option key=${group.id} value=${group.id}>${goWord(group)} (${group.notes.length})</option>`)}
      </select></label>`;
}
