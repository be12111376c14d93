// An earlier step that still takes notes: one calm line, and behind it all that writing there needs.
import { html, signal, useMemo, useState } from "../lib/html.js";
import { momentShown } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { takesNotes } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Composer } from "./composer.js";
import { Locked } from "./locked.js";
import { MyNotes } from "./my-notes.js";
import { Readers } from "./readers.js";

// hand: the step whose text was being typed when the room moved on.
export function StillWriting({ room, steps, hand }) {
  return steps.map((step) => takesNotes(step)
    ? html`<${Line} key=${step.id} room=${room} step=${step} typing=${hand === step.id} />`
    : html`<${Kept} key=${step.id} step=${step} />`);
}

function Line({ room, step, typing }) {
  const [opened, setOpened] = useState(() => typing || Boolean(room.drafts.get(`note ${step.id}`)));
  const building = useMemo(() => signal(""), [step.id]);
  return html`
    <details class="card card--folded still-open" open=${opened} onToggle=${({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>${whereWords(room, step)}</summary>
      ${opened && html`
        <p class="small" dir="auto">${step.prompt}</p>
        <${Locked} step=${step} what="writing" />
        <${Composer} room=${room} step=${step} building=${building} id="composer-${step.id}" focus=${typing} />
        <${Readers} step=${step} />
        <${MyNotes} room=${room} step=${step} />`}
    </details>`;
}

function whereWords(room, { state, title, until }) {
  if (state === "early") return _("You can write in “%(title)s” until %(time)s", { title, time: momentShown(until, room.language) });
  return _("You can still write in “%(title)s”", { title });
}

// A text that was begun in time and not sent: it opens again with its step.
function Kept({ step: { title } }) {
  return html`
    <p class="saving"><${Icon} name="clock" /><span>${_("The time to write in “%(title)s” is over. What you had begun is kept on this device, and opens again with the step.", { title })}</span></p>`;
}
