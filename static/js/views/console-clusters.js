// The facilitator may move and name like anyone else, and put one thing in the light.
import { html, useCallback } from "../lib/html.js";
import { shine } from "../lib/light.js";
import { Clusters } from "../layouts/clusters.js";

export function Stage({ room, step }) {
  const onShine = useCallback((of, id) => shine(room, of, id), [room]);
  return html`<${Clusters} room=${room} step=${step} onShine=${onShine} />`;
}
