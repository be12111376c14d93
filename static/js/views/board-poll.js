// A question asked of the room beside its step. While it is open the board tells how many, never what.
import { html, useEffect } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { softened } from "../lib/text.js";
import { _ } from "../lib/words.js";
import { Bars } from "./bars.js";
import { BoardFrame } from "./board-frame.js";

export function BoardPoll({ room, workshop, step, poll }) {
  useEffect(() => say(poll.question), []);
  const [phase, question] = step ? [step.phase, step.prompt || step.title] : ["frame", workshop.title];
  const n = room.presence.value.counts?.answered ?? 0;
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${phase} question=${question}>
      <section class="poll">
        <h2 class="poll-question" dir="auto">${softened(poll.question)}</h2>
        <div class="poll-turnout">
          <p class="poll-answered">${_("%(n)s of %(all)s have answered", { n, all: Math.max(n, poll.asked) })}</p>
          <${Bars} met=${n} all=${Math.max(n, poll.asked)} phase="frame" />
          <p class="poll-how">${howTo(poll.form)} ${_("The answers are shown when the question is closed, if four or more have answered.")}</p>
        </div>
      </section>
    <//>`;
}

function howTo(form) {
  return {
    yes_no: _("Answer yes or no on your phone."),
    scale: _("Answer from 1 to 5 on your phone."),
    words: _("Answer in a few words on your phone."),
  }[form];
}
