// The middle of the console: what is happening, the time, what to say, and what the room has made.
import { html } from "../lib/html.js";
import { roundOf } from "../lib/ballot.js";
import { scoringOf } from "../lib/marks.js";
import { secondsLeft } from "../lib/clock.js";
import { Later } from "../lib/later.js";
import { phaseWord } from "../lib/kinds.js";
import { shine } from "../lib/light.js";
import { hiddenStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";
import { GoalLine } from "./goal-line.js";
import { HalfTime } from "./half-time.js";
import { lockedWords } from "./locks.js";
import { Where } from "./phase.js";
import { Pinned } from "./pinned.js";
import { TimeTold } from "./time-told.js";
import { Timer } from "./timer.js";

const STAGES = {
  wall: () => import("./console-wall.js"),
  columns: () => import("./console-wall.js"),
  clusters: () => import("./console-clusters.js"),
  vote: () => import("./console-vote.js"),
  poll: () => import("./console-scoring.js"),
  form: () => import("./console-form.js"),
  table: () => import("./console-table.js"),
  matrix: () => import("./console-matrix.js"),
  actions: () => import("./console-outcome.js"),
  talk: () => import("./console-outcome.js"),
};

// Where the room's work stands below, the time is smaller and the script short until it is asked for.
function isMade(step) {
  return ["clusters", "vote", "poll", "table", "matrix", "form", "actions"].includes(step.layout) || step.revealed || step.source || step.moderated || step.setup?.in_groups;
}

// The words of a step were said before its notes were shown, or its vote was closed.
function isDone({ scene }, step) {
  const question = { vote: roundOf, poll: scoringOf, table: scoringOf, matrix: scoringOf }[step.layout];
  return step.revealed || question?.(scene, step)?.state === "closed";
}

export function ConsoleStep({ room, step }) {
  return html`
    <div class="console-top ${isMade(step) ? "console-top--made" : ""}">
      <p class="console-kind"><${Where} room=${room} /> <span>${kindOf(room, step)}</span></p>
      <h1 class="console-question question-text" tabindex="-1" dir="auto">${step.prompt || step.title}</h1>
      <div class="console-time"><${Timer} room=${room} large /><${TimeButtons} room=${room} /></div>
    </div>
    <${GoalLine} room=${room} step=${step} />
    <${Pinned} room=${room} step=${step} onShine=${(id) => shine(room, "step", id)} />
    <${TimeTold} room=${room} step=${step} />
    <${HalfTime} key=${`half ${step.id}`} room=${room} step=${step} />
    <${Script} key=${isDone(room, step)} step=${step} folded=${isDone(room, step)} />
    <${Later} key=${step.id} load=${STAGES[step.layout]} name="Stage" beside room=${room} step=${step} />`;
}

function kindOf({ scene }, step) {
  const words = [_("%(n)s min", { n: step.minutes })];
  if (step.title !== phaseWord(step, inOrder(scene))) words.unshift(step.title);
  if (hiddenStep(scene, step)) words.push(_("hidden until you reveal"));
  if (step.locks.length) words.push(_("locked: %(what)s", { what: lockedWords(step) }));
  return words.join(" · ");
}

function TimeButtons({ room }) {
  const timer = room.scene.one("timer");
  const left = Math.round(secondsLeft(timer) ?? 0);
  const more = html`<${Act} room=${room} kind="ExtendTimer" fields=${{ seconds: 60 }}>${_("+1 min")}<//>`;
  if (timer?.state === "running" && left > 0) {
    return html`<div class="buttons"><${Act} room=${room} kind="PauseTimer" icon="pause">${_("Pause")}<//>${more}</div>`;
  }
  const start = timer?.state === "paused" ? _("Go on") : _("Start the time");
  return html`
    <div class="buttons">
      ${left > 0 && html`<${Act} room=${room} kind="StartTimer" fields=${{ seconds: left }} icon="play">${start}<//>`}${more}
    </div>`;
}

// The first line is said aloud, word for word; the others are for the facilitator alone.
function Script({ step, folded }) {
  const [say, ...rest] = step.script;
  if (!say) return null;
  const more = [...rest.slice(0, -1), step.half_time, ...rest.slice(-1)].filter(Boolean); // the last says when to go on
  const lines = more.map((line) => html`<p class="script-more">${line}</p>`);
  const said = html`<p class="script-say">${_("“%(words)s”", { words: say })}</p>`;
  if (folded) return html`<details class="script script--folded"><summary>${_("Say this")}</summary>${said}${lines}</details>`;
  return html`
    <section class="script"><h2 class="script-label">${_("Say this")}</h2>
      ${said}
      ${isMade(step) && lines.length
        ? html`<details><summary>${_("More for you alone")}</summary>${lines}</details>` : lines}
    </section>`;
}
