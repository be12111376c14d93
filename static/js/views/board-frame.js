// What every board shows: question, phase and time above; band, address and code below. Blank, only the foot is left.
// A room that is footless has a foot of its own, outside: it stays while the frames change.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { cycleWord } from "../lib/kinds.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Band } from "./band.js";
import { Code } from "./code.js";
import { GoalOnBoard } from "./goal-line.js";
import { Pager } from "./pager.js";
import { Where } from "./phase.js";
import { useSignal } from "./signal.js";
import { Timer } from "./timer.js";

const LONG = 80; // signs, past which the question is set smaller

export function BoardFrame({ room, workshop, phase, question, sub, pages, timer = true, goal = true, children }) {
  const blank = workshop.board_blank;
  return html`
    <div class="board ${blank ? "board--blank" : ""}" data-phase=${phase} data-theme=${blank ? "dark" : undefined}>
      <header class="board-head">
        <div><h1 class="board-question" dir="auto" data-long=${question.length > LONG ? "" : undefined}>${question}</h1><${Sub} room=${room} sub=${sub} />${goal && question && html`<${GoalOnBoard} room=${room} />`}</div>
        <div class="board-side"><div class="board-status"><${Where} room=${room} /><${CycleNow} room=${room} />${timer && html`<${Timer} room=${room} />`}</div>${pages && html`<${Pager} pages=${pages} />`}</div>
      </header>
      <main class="board-main">${children}</main>
      ${!room.footless && html`<footer class="board-foot"><${Band} room=${room} size="board" />
        <div class="board-join">${blank && html`<${Timer} room=${room} />`}<p><span class="board-address">${document.body.dataset.address}</span> <${Code} code=${workshop.code} /></p></div></footer>`}
      ${blank && html`<h1 class="visually-hidden">${_("The board is dark.")}</h1>`}
      <${Corner} room=${room} />
    </div>`;
}

// What the time has to say stands in the line's place, so that nothing below it moves.
function Sub({ room, sub }) {
  const { kept, said } = useSignal(room);
  if (!sub && !kept) return null;
  return html`<p class="board-sub" dir="auto" data-said=${said ? (said.length > LONG ? "long" : "") : undefined}>${said || sub}</p>`;
}

function CycleNow({ room: { scene } }) {
  const closed = scene.one("workshop").state === "closed";
  const word = !closed && cycleWord(currentStep(scene), inOrder(scene));
  return word && html`<span class="board-cycle">${word}</span>`;
}

// Cut off: the last state stands, and one corner says so.
export function Corner({ room }) {
  const away = room.status.value !== "live";
  return html`<div role="status">${away && html`<p class="board-corner saving saving--quiet"><${Icon} name="cloud-off" /> ${_("Connecting…")}</p>`}</div>`;
}
