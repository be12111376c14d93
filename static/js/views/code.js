import { html } from "../lib/html.js";

export function Code({ code }) {
  return html`<span class="code">${code.slice(0, 3)}<span class="dash">-</span>${code.slice(3)}</span>`;
}
