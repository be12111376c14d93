// The facilitator may move and name like anyone else.
import { html } from "../lib/html.js";
import { Clusters } from "../layouts/clusters.js";

export function Stage({ room, step }) {
  return html`<${Clusters} room=${room} step=${step} />`;
}
