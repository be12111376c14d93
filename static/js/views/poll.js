// A question asked of the room, above the step and without leaving it. Answered, it folds into a line.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayOfOthers } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { useWrong, whatIsWrong } from "../lib/written.js";
import { answerWord, PollResult } from "./poll-result.js";
import { Wrong } from "./wrong.js";

const CHOICES = { yes_no: ["yes", "no"], scale: ["1", "2", "3", "4", "5"] };

export function Poll({ room, poll }) {
  const own = room.scene.get("reply", poll.id)?.answer ?? room.scene.all("answer").find((each) => each.poll === poll.id)?.answer ?? "";
  const [opened, setOpened] = useState(!own);
  const summary = useRef(null);
  usePollSaid(poll);
  const open = poll.state === "open";
  useEffect(() => void (open || setOpened(true)), [open]);
  const answer = (given) => {
    room.send("AnswerPoll", { poll: poll.id, answer: given });
    say(given ? _("Answered. You can change it until it is closed.") : _("Your answer is taken back."));
    setOpened(!given);
    if (given) summary.current.focus();
  };
  return html`
    <details class="card card--folded asked" open=${opened} onToggle=${({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary ref=${summary}><span class="asked-line"><b dir="auto">${poll.question}</b> ${line(poll, own)}</span></summary>
      ${open ? html`<${Answers} room=${room} poll=${poll} own=${own} onAnswer=${answer} />`
        : html`<${PollResult} poll=${poll} />`}
    </details>`;
}

function line(poll, own) {
  if (poll.state !== "open") return _("– the answers");
  return own ? _("– you answered “%(answer)s”", { answer: answerWord(own, poll.form) }) : "";
}

// Asked and closed are told, where this page looked on.
function usePollSaid(poll) {
  useEffect(() => {
    if (poll.state === "open") sayOfOthers("poll", _("The room is asked: %(question)s", { question: poll.question }));
    else sayOfOthers("poll", _("The question is closed. Here are the answers."));
  }, [poll.id, poll.state]);
}

function Answers({ room, poll, own, onAnswer }) {
  return html`
    ${poll.form === "words"
      ? html`<${Words} room=${room} poll=${poll} own=${own} onAnswer=${onAnswer} />`
      : html`<div class="buttons asked-choices" role="group" aria-label=${poll.question}>
          ${CHOICES[poll.form].map((choice) => html`
            <button type="button" class="button" key=${choice} aria-pressed=${String(choice === own)} onClick=${() => onAnswer(choice)}>${answerWord(choice, poll.form)}</button>`)}</div>`}
    ${poll.form === "scale" && html`<p class="small">${_("1 is the least, 5 is the most.")}</p>`}
    <p class="promise"><${Icon} name="eye-off" /><span>${_("Nobody sees who said what. The answers are shown when the question is closed, if four or more have answered.")}</span></p>
    ${own && html`<button type="button" class="button button--small button--quiet" onClick=${() => onAnswer("")}>${_("Take the answer back")}</button>`}`;
}

function Words({ room, poll, own, onAnswer }) {
  const draft = `answer ${poll.id}`;
  const [typed, setTyped] = useState(() => room.drafts.get(draft) || own);
  const [wrong, tell] = useWrong();
  const type = ({ currentTarget }) => {
    tell("");
    setTyped(currentTarget.value);
    room.drafts.set(draft, currentTarget.value);
  };
  const send = (event) => {
    event.preventDefault();
    if (tell(whatIsWrong(typed, room.limits.value.answer_graphemes))) return;
    room.drafts.set(draft, "");
    onAnswer(typed.trim());
  };
  return html`
    <form class="asked-words" onSubmit=${send}>
      <label class="visually-hidden" for="poll-words">${_("A word or a few")}</label>
      <input class="field-input" id="poll-words" value=${typed} placeholder=${_("A word or a few")} dir="auto" autocomplete="off"
        maxlength=${room.limits.value.answer_graphemes} aria-invalid=${wrong ? "true" : undefined} aria-describedby=${wrong ? "poll-wrong" : undefined} onInput=${type} />
      <button type="submit" class="button">${_("Answer")}</button>
      <${Wrong} words=${wrong} id="poll-wrong" />
    </form>`;
}
