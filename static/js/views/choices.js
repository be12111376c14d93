// The clusters to choose one of, each with a pile of its papers.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

// here: the ids of those that are no choice, since it is there already.
export function Choices({ groups, here, onChoose }) {
  const clusters = groups.filter(({ id }) => id);
  return html`<ul class="choices">${clusters.map((group) => html`<${Choice} key=${group.id} group=${group} here=${here.has(group.id)} onChoose=${onChoose} />`)}</ul>`;
}

function Choice({ group, here, onChoose }) {
  const pile = group.notes.slice(0, 3).map(({ type }) => html`<i data-type=${type}></i>`);
  return html`
    <li><button type="button" class="choice" aria-disabled=${here ? "true" : undefined} onClick=${() => here || onChoose(group.id)}>
      <span class="pile" aria-hidden="true">${pile}</span>
      <span class="choice-title" dir="auto">${group.title || firstWords(group)}</span>
      <span class="choice-count">${here ? _("is here already") : group.notes.length}</span>
    </button></li>`;
}

// A cluster without a name is told by its first note.
function firstWords({ notes }) {
  return notes.length ? _("No name yet: “%(text)s”", { text: notes[0].text }) : _("No name yet");
}
