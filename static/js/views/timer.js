// The shared time. Its end is a signal, never a loss.
import { html } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { minutesAndSeconds } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { currentStep } from "../lib/steps.js";
import { isNearEnd } from "../lib/time-signal.js";
import { _ } from "../lib/words.js";

// large: with room for words beside it.
export function Timer({ room, large = false }) {
  const timer = room.scene.one("timer");
  const left = secondsLeft(timer);
  if (left === null) return null;
  const state = timer.state === "running" && left <= 0 ? "zero" : timer.state;
  return html`
    <p class="timer ${large ? "timer--large" : ""}" data-state=${state}>
      ${!large && html`<${Icon} name="timer" />`}
      <${Time} seconds=${left} />
      <${TimerWord} state=${state} soon=${large && isNearEnd(currentStep(room.scene), left)} />
    </p>`;
}

function TimerWord({ state, soon }) {
  if (state === "paused") return html`<span class="timer-word">${_("Paused")}</span>`;
  if (state === "zero") return html`<span class="timer-word">${_("Time is up")}</span>`;
  if (state === "stopped") return html`<span class="visually-hidden">${_("not started")}</span>`;
  if (soon) return html`<span class="timer-word">${_("under 2 min")}</span>`;
  return html`<span class="visually-hidden">${_("left")}</span>`;
}

export function Time({ seconds }) {
  const [minutes, rest] = minutesAndSeconds(seconds).split(":");
  return html`<span class="time">${minutes}<span class="colon">:</span>${rest}</span>`;
}
