// What the room promises, on the board; and the end.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { BoardFrame } from "./board-frame.js";
import { Decisions } from "./decisions.js";

export function BoardOutcome({ room, workshop, step }) {
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title}><${Outcome} room=${room} /><//>`;
}

export function BoardClosed({ room, workshop }) {
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase="close" question=${_("Thank you. The workshop is closed.")} timer=${false}
      sub=${workshop.results_shared ? _("The results are on your phones.") : ""}><${Outcome} room=${room} /><//>`;
}

function Outcome({ room }) {
  const actions = room.scene.all("action");
  return html`
    <div class="board-columns">
      <${Decisions} room=${room} look="board-section" />
      ${actions.length > 0 && html`<section class="board-section"><h2>${_("Actions")}</h2><${Actions} room=${room} actions=${actions} read /></section>`}
    </div>`;
}
