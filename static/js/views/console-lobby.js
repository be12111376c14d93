// Before the start: the code for those who come, and who has come.
import { sayOfOthers } from "../lib/announce.js";
import { html, useEffect } from "../lib/html.js";
import { _, ngettext } from "../lib/words.js";
import { Code } from "./code.js";
import { DoorButton } from "./door-button.js";
import { Names } from "./names.js";
import { Where } from "./phase.js";
import { Qr } from "./qr.js";
import { Settings } from "./settings.js";

export function ConsoleLobby({ room, workshop }) {
  const people = room.scene.all("participant").filter(({ role, removed }) => role === "participant" && !removed);
  useEffect(() => {
    if (people.length) sayOfOthers("joined", ngettext("%(n)s has joined", "%(n)s have joined", people.length));
  }, [people.length]);
  return html`
    <p class="console-kind"><${Where} room=${room} /> <span>${_("People are coming in")}</span></p>
    <h1 class="console-question" tabindex="-1" dir="auto">${workshop.title}</h1>
    ${workshop.purpose && html`<p class="lead" dir="auto">${workshop.purpose}</p>`}
    <div class="console-join">
      <p class="console-lobby-code"><${Code} code=${workshop.code} /></p>
      <${Qr} room=${room} size=${190} />
    </div>
    <${DoorButton} room=${room} workshop=${workshop} />
    <section class="section"><h2 class="counted">${_("Who has come")} <span class="count">${people.length}</span></h2>
      ${people.length ? html`<${Names} people=${people} />` : html`<p class="empty">${_("Nobody yet. Show the board, or send the join link.")}</p>`}</section>
    <section class="section"><${Settings} room=${room} /></section>`;
}
