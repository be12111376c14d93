// What the room answered: yes and no as two bars, 1 to 5 as a histogram, words by how many said them.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

export function PollResult({ poll }) {
  return html`<p class="poll-answered">${answeredWord(poll)}</p><${PollCounts} poll=${poll} />`;
}

export function PollCounts({ poll: { form, results }, words = (text) => text }) {
  if (!results.length) return null;
  const most = Math.max(1, ...results.map(({ count }) => count));
  return html`
    <ul class="poll-counts" data-form=${form}>
      ${results.map(({ answer, count }) => html`
        <li key=${answer} style=${{ "--part": count / most }}><span class="poll-answer" dir="auto">${words(answerWord(answer, form))}</span>
          ${form !== "words" && html`<i class="poll-bar" aria-hidden="true"></i>`} <span class="poll-count">${count}</span></li>`)}
    </ul>`;
}

export function answerWord(answer, form) {
  return (form === "yes_no" && { yes: _("Yes"), no: _("No") }[answer]) || answer;
}

// Under four people a break-down says who, so there is none.
export function answeredWord({ answers, asked, results }) {
  if (!answers) return _("Nobody answered.");
  return results.length ? _("%(n)s of %(all)s answered", { n: answers, all: asked })
    : _("%(n)s of %(all)s answered. Fewer than four, so what they said is not shown.", { n: answers, all: asked });
}
