// The facilitator may move and name like anyone else, put one thing in the light, and hold a note back.
import { html, useCallback, useState } from "../lib/html.js";
import { Later } from "../lib/later.js";
import { shine } from "../lib/light.js";
import { worksApart } from "../lib/working-groups.js";
import { Clusters } from "../layouts/clusters.js";
import { RoundBar } from "./round-bar.js";

const groups = () => import("./console-groups.js");
const moderate = () => import("./moderate.js");

export function Stage({ room, step }) {
  const [holding, setHolding] = useState("");
  const onShine = useCallback((of, id) => shine(room, of, id), [room]);
  return html`
    ${worksApart(step) && html`<${Later} load=${groups} name="Groups" beside room=${room} />`}
    <${RoundBar} room=${room} step=${step} />
    <${Clusters} room=${room} step=${step} onShine=${onShine} onHold=${setHolding} />
    ${holding && html`<${Later} load=${moderate} name="Moderate" beside room=${room} id=${holding} onClose=${() => setHolding("")} />`}`;
}
