// Ask the room, on a sheet: one question at any moment, while it is open how many have answered, and then what.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { useRefused } from "../lib/in-place.js";
import { openPoll } from "../lib/polls.js";
import { _ } from "../lib/words.js";
import { Offer } from "./offer.js";
import { OpenPoll } from "./open-poll.js";
import { PollResult } from "./poll-result.js";
import { ShowPoll } from "./show-poll.js";

export function Asking({ room, onClose }) {
  const open = openPoll(room.scene);
  const closed = room.scene.all("poll").filter(({ state }) => state === "closed").reverse();
  const [last, ...earlier] = closed;
  const refused = useRefused(room, "AskRoom");
  return html`
    <${Dialog} long kept title=${_("Ask the room")} onClose=${onClose}>
      <div class="dialog-body">
        ${refused.map((each) => html`<${Offer} key=${each.entry.op} room=${room} refusal=${each} told />`)}
        ${open ? html`<${OpenPoll} room=${room} poll=${open} />` : html`<${Compose} room=${room} />`}
        ${last && html`<section class="ask" key=${last.id}><h3 class="ask-question" dir="auto">${last.question}</h3><${PollResult} poll=${last} /><${ShowPoll} room=${room} poll=${last} /></section>`}
        ${earlier.map((poll) => html`
          <details class="ask" key=${poll.id}><summary class="ask-question" dir="auto">${poll.question}</summary><${PollResult} poll=${poll} /><${ShowPoll} room=${room} poll=${poll} /></details>`)}
      </div>
      <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

function Compose({ room }) {
  const [question, setQuestion] = useState(room.drafts.get("poll"));
  const [form, setForm] = useState("yes_no");
  const typed = ({ currentTarget: { value } }) => {
    setQuestion(value);
    room.drafts.set("poll", value);
  };
  const ask = (event) => {
    event.preventDefault();
    if (!question.trim()) return;
    room.send("AskRoom", { id: room.newId(), question: question.trim(), form });
    room.drafts.set("poll", "");
    say(_("The room is asked. The step goes on."));
  };
  return html`
    <form class="form" onSubmit=${ask}>
      <p class="small">${_("It shows on every phone and on the board, and nobody leaves the step. Nobody sees who answers what.")}</p>
      <div class="field"><label class="field-label" for="poll-question">${_("Question")}</label>
        <input class="field-input" id="poll-question" value=${question} autocomplete="off" dir="auto" maxlength=${room.limits.value.title_graphemes} onInput=${typed} /></div>
      <fieldset class="field"><legend class="field-label">${_("Answers")}</legend><div class="forms">
        ${forms().map(([id, words]) => html`
          <label class="form-choice" key=${id}><input type="radio" name="poll-form" checked=${form === id} onChange=${() => setForm(id)} /><span>${words}</span></label>`)}
      </div></fieldset>
      <div class="buttons"><button type="submit" class="button button--primary" aria-disabled=${question.trim() ? undefined : "true"}><${Icon} name="message-circle-question-mark" />${_("Ask the room")}</button></div>
    </form>`;
}

const forms = () => [["yes_no", _("Yes or no")], ["scale", _("1 to 5")], ["words", _("A few words")]];
