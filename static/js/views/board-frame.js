// What every board shows: question, phase and time above; band, address and code below.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Band } from "./band.js";
import { Code } from "./code.js";
import { Pager } from "./pager.js";
import { Where } from "./phase.js";
import { Timer } from "./timer.js";

const LONG = 80; // signs, past which the question is set smaller

export function BoardFrame({ room, workshop, phase, question, sub, pages, timer = true, children }) {
  return html`
    <div class="board" data-phase=${phase}>
      <header class="board-head">
        <div><h1 class="board-question" dir="auto" data-long=${question.length > LONG ? "" : undefined}>${question}</h1>${sub && html`<p class="board-sub">${sub}</p>`}</div>
        <div class="board-side"><div class="board-status"><${Where} room=${room} />${timer && html`<${Timer} room=${room} />`}</div>${pages && html`<${Pager} pages=${pages} />`}</div>
      </header>
      <main class="board-main">${children}</main>
      <footer class="board-foot"><${Band} room=${room} size="board" />
        <p class="board-join"><span class="board-address">${document.body.dataset.address}</span> <${Code} code=${workshop.code} /></p></footer>
      <${Corner} room=${room} />
    </div>`;
}

// Cut off: the last state stands, and one corner says so.
export function Corner({ room }) {
  const away = room.status.value !== "live";
  return html`<div role="status">${away && html`<p class="board-corner saving saving--quiet"><${Icon} name="cloud-off" /> ${_("Connecting…")}</p>`}</div>`;
}
