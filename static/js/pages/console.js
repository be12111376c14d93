// The facilitator's page: agenda, step, room, and one primary button.
import { html, useState } from "../lib/html.js";
import { useFocusOn } from "../lib/focus-back.js";
import { currentStep } from "../lib/steps.js";
import { Agenda } from "../views/agenda.js";
import { BoardState } from "../views/board-acts.js";
import { ConsoleActions } from "../views/console-actions.js";
import { ConsoleAside } from "../views/console-aside.js";
import { ConsoleClosed } from "../views/console-closed.js";
import { ConsoleHead } from "../views/console-head.js";
import { ConsoleLobby } from "../views/console-lobby.js";
import { ConsoleStep } from "../views/console-step.js";
import { useLeftBehind } from "../views/left-behind.js";
import { Offers } from "../views/offers.js";
import { Saving } from "../views/saving.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

function Console({ room }) {
  const [open, setOpen] = useState(false);
  useLeftBehind(room);
  useFocusOn(room.refusals.value.length, ".console-step h1");
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const step = workshop.state === "running" ? currentStep(room.scene) : undefined;
  const phase = workshop.state === "closed" ? "close" : (step?.phase ?? "frame");
  return html`
    <div class="console" data-phase=${phase}>
      <${ConsoleHead} room=${room} workshop=${workshop} open=${open} onAgenda=${() => setOpen(!open)} />
      <${Agenda} room=${room} workshop=${workshop} open=${open} onGone=${() => setOpen(false)} />
      <main class="console-step"><${Saving} room=${room} /><${BoardState} room=${room} workshop=${workshop} /><${Offers} room=${room} /><${Middle} room=${room} workshop=${workshop} step=${step} /></main>
      <${ConsoleAside} room=${room} workshop=${workshop} step=${step} />
      <${ConsoleActions} room=${room} workshop=${workshop} step=${step} />
    </div>`;
}

function Middle({ room, workshop, step }) {
  if (workshop.state === "closed") return html`<${ConsoleClosed} room=${room} workshop=${workshop} />`;
  if (!step) return html`<${ConsoleLobby} room=${room} workshop=${workshop} />`;
  return html`<${ConsoleStep} room=${room} step=${step} />`;
}

begin(Console);
