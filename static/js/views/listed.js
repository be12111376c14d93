// What will be asked about, or is being asked about, to read on the console: open while it is few, else behind its number.
import { html } from "../lib/html.js";
import { titleOf } from "../lib/ballot.js";

const FEW = 12;

export function Listed({ words, items }) {
  if (!items.length) return null;
  return html`
    <details class="more" open=${items.length <= FEW}><summary>${words}</summary><${ToRead} items=${items} /></details>`;
}

export function ToRead({ items }) {
  return html`<ul class="to-score">${items.map((each) => html`<li key=${each.item} dir="auto">${titleOf(each)}</li>`)}</ul>`;
}
