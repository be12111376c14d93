// Notes on the console: only what the facilitator may read.
import { html } from "../lib/html.js";
import { Wall } from "../layouts/wall.js";

export function Stage({ room, step }) {
  return html`<${Wall} room=${room} step=${step} />`;
}
