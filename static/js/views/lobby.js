// You are in: who is here, the name one goes by, and what this is about.
import { html } from "../lib/html.js";
import { _, ngettext } from "../lib/words.js";
import { Name } from "./name.js";

export function Lobby({ room }) {
  const workshop = room.scene.one("workshop");
  const here = room.presence.value.here;
  return html`
    <main class="main">
      <p class="lead">${_("You are in. We start soon.")}</p>
      ${here > 0 && html`<p class="big-count"><span class="count">${here}</span> ${ngettext("person here", "people here", here)}</p>`}
      ${workshop?.purpose && html`<section class="card"><h2>${_("What it is about")}</h2><p dir="auto">${workshop.purpose}</p></section>`}
      <section class="card"><h2>${_("Your name")}</h2><${Name} room=${room} /></section>
    </main>`;
}
