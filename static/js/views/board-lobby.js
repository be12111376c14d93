// The board while people come in: the threads are those who are here, and the code is how to join.
import { html } from "../lib/html.js";
import { Logo } from "../lib/icons.js";
import { LobbyNames, Threads } from "../lib/threads.js";
import { _, ngettext } from "../lib/words.js";
import { Corner } from "./board-frame.js";
import { Code } from "./code.js";
import { Qr } from "./qr.js";

export function BoardLobby({ room, workshop }) {
  const names = room.scene.all("participant").filter(({ shown, name }) => shown && name).map(({ name }) => name);
  const count = room.presence.value.counts?.joined ?? 0;
  return html`
    <div class="board board--lobby" data-phase="frame">
      <main class="lobby">
        <p class="lobby-over" dir="auto"><${Logo} /> ${workshop.title}</p>
        <h1 class="lobby-title">${sentences(_("Welcome. Join the group.")).map((each) => html`<span>${each} </span>`)}</h1>
        <div class="lobby-threads"><${Threads} count=${count} />${names.length > 0 && html`<${LobbyNames} names=${names} count=${count} />`}</div>
        <p class="lobby-count"><span class="count">${count}</span> ${ngettext("is here", "are here", count)} <span class="lobby-room">${_("– room for more")}</span></p>
      </main>
      <aside class="lobby-join" aria-label=${_("Join")}>
        <p class="lobby-how">${_("Scan, or go to")}<br /><b>${document.body.dataset.address}</b></p>
        <p><${Code} code=${workshop.code} /></p>
        <${Qr} room=${room} size=${300} />
        <p class="lobby-promise">${_("Names are optional.")}<br />${_("No account, no tracking.")}</p>
      </aside>
      <${Corner} room=${room} />
    </div>`;
}

// Each on a line of its own.
function sentences(text) {
  return text.split(/(?<=\.)\s+/);
}
