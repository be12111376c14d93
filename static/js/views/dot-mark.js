// Which criterion a dot is for: a colour and a shape, and the word beside it.
import { html } from "../lib/html.js";

// at: the place of the criterion among the others, 1 to 3; 0 where a vote has none.
export function Mark({ at }) {
  return html`<i class="dot-mark" data-mark=${at || undefined} aria-hidden="true"></i>`;
}

export function Criteria({ round }) {
  if (!round.criteria.length) return null;
  return html`<ul class="criteria">${round.criteria.map(({ id, title }, n) => html`<li key=${id}><${Mark} at=${n + 1} /> <span dir="auto">${title}</span></li>`)}</ul>`;
}
