// The kinds that lie on the wall, and how many of each.
import { html } from "../lib/html.js";
import { typeWord } from "../lib/kinds.js";

export function Legend({ notes, children }) {
  const counts = new Map();
  for (const { type } of notes) counts.set(type, (counts.get(type) ?? 0) + 1);
  if (counts.size < 2 && !children) return null;
  return html`
    <ul class="legend">
      ${children}
      ${[...counts].sort((a, b) => b[1] - a[1]).map(([type, n]) => html`
        <li key=${type}><span class="hem" data-type=${type} aria-hidden="true"></span>${typeWord(type)} <span class="count">${n}</span></li>`)}
    </ul>`;
}
