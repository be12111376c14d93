// The top of a phone: where the room is, how long, and the question with the red thread.
import { html } from "../lib/html.js";
import { Band } from "./band.js";
import { Where } from "./phase.js";
import { Timer } from "./timer.js";

export function Head({ room, question, timer }) {
  const waiting = room.late.value.length > 0;
  return html`
    <header class="head"><${Where} room=${room} />${timer && html`<${Timer} room=${room} />`}</header>
    <section class="question ${waiting ? "question--waiting" : ""}" aria-labelledby="question">
      <${Band} room=${room} size="phone" />
      <h1 class="question-text" id="question" tabindex="-1" dir="auto">${question}</h1>
    </section>`;
}
