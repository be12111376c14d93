// The top of a phone: where the room is, how long, and the question with the red thread.
import { html, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { _ } from "../lib/words.js";
import { Band } from "./band.js";
import { Where } from "./phase.js";
import { Timer } from "./timer.js";

export const menu = () => import("./phone-menu.js");

// children: what stands above the question.
export function Head({ room, question, timer, children }) {
  const waiting = room.late.value.length > 0;
  const [opened, setOpened] = useState(false);
  return html`
    <header class="head"><${Where} room=${room} />
      <div class="head-more">${timer && html`<${Timer} room=${room} />`}
        <button type="button" class="button button--square button--quiet" aria-label=${_("Menu")} aria-haspopup="dialog" onClick=${() => setOpened(true)}>
          <${Icon} name="menu" /></button></div></header>
    ${opened && html`<${Later} load=${menu} name="Menu" beside room=${room} onClose=${() => setOpened(false)} />`}
    ${children}
    <section class="question ${waiting ? "question--waiting" : ""}" aria-labelledby="question">
      <${Band} room=${room} size="phone" />
      <h1 class="question-text" id="question" tabindex="-1" dir="auto">${question}</h1>
    </section>`;
}
