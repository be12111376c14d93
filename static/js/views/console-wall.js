// Notes on the console: only what the facilitator may read, and what can be held back of it.
import { html, useState } from "../lib/html.js";
import { Later } from "../lib/later.js";
import { Wall } from "../layouts/wall.js";

const moderate = () => import("./moderate.js");

export function Stage({ room, step }) {
  const [holding, setHolding] = useState("");
  return html`
    <${Wall} room=${room} step=${step} onHold=${setHolding} />
    ${holding && html`<${Later} load=${moderate} name="Moderate" beside room=${room} id=${holding} onClose=${() => setHolding("")} />`}`;
}
