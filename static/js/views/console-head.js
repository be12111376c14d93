// The top of the console: which workshop, the band, the way to the other screens, and the clock.
import { html, useState } from "../lib/html.js";
import { serverNow, tick } from "../lib/clock.js";
import { timeOfDay } from "../lib/fmt.js";
import { Icon, Logo } from "../lib/icons.js";
import { endsAt } from "../lib/late.js";
import { Later } from "../lib/later.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Band } from "./band.js";
import { BlankBoard } from "./board-acts.js";
import { Code } from "./code.js";
import { ConsoleMore } from "./console-more.js";
import { LateButton } from "./late.js";
import { LeadButton } from "./lead.js";
import { UndoLast } from "./undo-last.js";

const people = () => import("./people.js");

export function ConsoleHead({ room, workshop, open, onAgenda }) {
  return html`
    <header class="console-head">
      <div class="console-where">
        <p class="console-name"><${Logo} /><b dir="auto">${workshop.title}</b></p>
        <p class="console-code">${_("Code")} <${Code} code=${workshop.code} /></p>
        <${LeadButton} room=${room} workshop=${workshop} />
      </div>
      <${Band} room=${room} size=${matchMedia("(max-width: 43.69em)").matches ? "phone" : "console"} />
      <div class="console-side">
        <nav class="console-links" aria-label=${_("Screens")}>
          <${AgendaButton} room=${room} open=${open} onClick=${onAgenda} />
          <a class="button button--quiet button--small console-board" href="/w/${room.workshop}/board" target="_blank"><${Icon} name="monitor" />${_("Board")}</a>
          ${workshop.state !== "closed" && html`<${BlankBoard} room=${room} workshop=${workshop} />`}
          <${PeopleButton} room=${room} />
          <${MoreButton} room=${room} workshop=${workshop} />
        </nav>
        <div class="console-when"><${UndoLast} room=${room} workshop=${workshop} /><${LateButton} room=${room} /><${Clock} room=${room} /></div>
      </div>
    </header>`;
}

function AgendaButton({ room, open, onClick }) {
  const steps = inOrder(room.scene);
  const at = steps.findIndex(({ id }) => id === currentStep(room.scene)?.id);
  return html`
    <button type="button" class="button button--small console-agenda-button" aria-expanded=${String(open)} onClick=${onClick}>
      <${Icon} name="list" /><span><span class="visually-hidden">${_("Agenda")}: </span>${at < 0 ? ngettext("%(n)s step", "%(n)s steps", steps.length) : _("%(n)s of %(all)s", { n: at + 1, all: steps.length })}</span></button>`;
}

function PeopleButton({ room }) {
  const [open, setOpen] = useState(false);
  const here = room.presence.value.here ?? 0;
  const hands = room.scene.all("hand").length;
  return html`
    <button type="button" class="button button--quiet button--small" onClick=${() => setOpen(true)}>
      <${Icon} name="users" />${_("%(n)s here", { n: here })}${hands > 0 && html`<span class="hands-up"><${Icon} name="hand" />${hands}<span class="visually-hidden"> ${ngettext("hand up", "hands up", hands)}</span></span>`}</button>
    ${open && html`<${Later} load=${people} name="People" beside room=${room} onClose=${() => setOpen(false)} />`}`;
}

function MoreButton({ room, workshop }) {
  const [open, setOpen] = useState(false);
  return html`
    <button type="button" class="button button--quiet button--small console-more" onClick=${() => setOpen(true)}><${Icon} name="ellipsis" />${_("More")}</button>
    ${open && html`<${ConsoleMore} room=${room} workshop=${workshop} onClose=${() => setOpen(false)} />`}`;
}

// The time, and when the agenda ends if each step takes what is left of it.
function Clock({ room }) {
  tick.value; // subscribes
  const now = serverNow();
  if (room.scene.one("workshop").state === "closed") return html`<p class="console-clock"><b>${timeOfDay(now, room.language)}</b></p>`;
  const end = endsAt(room.scene);
  return html`<p class="console-clock"><span class="console-now"><b>${timeOfDay(now, room.language)}</b> · </span>${_("ends")} <b>${timeOfDay(end, room.language)}</b></p>`;
}
