// A participant's page.
import { html, render } from "../lib/html.js";
import { fetchTheRest, Phone } from "../views/phone.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

begin((room, root) => {
  render(html`<${Phone} room=${room} />`, root);
  fetchTheRest();
});
