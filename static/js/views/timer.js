// The shared time. Its end is a signal, never a loss.
import { html } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { sayOfOthers } from "../lib/announce.js";
import { minutesAndSeconds } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { MARKS, useMarks } from "../lib/marks.js";
import { _, ngettext } from "../lib/words.js";

// large: with room for words beside it. onMark(seconds) is told when the time passes a mark.
export function Timer({ room, large = false, onMark }) {
  const timer = room.scene.one("timer");
  const left = secondsLeft(timer);
  useMarks(timer, left, (mark) => {
    sayOfOthers("time", markSaid(mark));
    onMark?.(mark);
  });
  if (left === null) return null;
  const state = stateOf(timer, left);
  return html`
    <p class="timer ${large ? "timer--large" : ""}" data-state=${state}>
      ${!large && html`<${Icon} name="timer" />`}
      <${Time} seconds=${left} />
      <${TimerWord} state=${state} large=${large} />
    </p>`;
}

function stateOf({ state }, left) {
  if (state !== "running" || left > MARKS[0]) return state;
  return left > 0 ? "soon" : "zero";
}

function TimerWord({ state, large }) {
  if (state === "paused") return html`<span class="timer-word">${_("Paused")}</span>`;
  if (state === "zero") return html`<span class="timer-word">${_("Time is up")}</span>`;
  if (state === "soon" && large) return html`<span class="timer-word">${_("under 2 min")}</span>`;
  if (state === "stopped") return html`<span class="visually-hidden">${_("not started")}</span>`;
  return html`<span class="visually-hidden">${_("left")}</span>`;
}

export function Time({ seconds }) {
  const [minutes, rest] = minutesAndSeconds(seconds).split(":");
  return html`<span class="time">${minutes}<span class="colon">:</span>${rest}</span>`;
}

function markSaid(mark) {
  if (mark === 0) return _("Time is up. Finish your sentence.");
  return ngettext("%(n)s minute left.", "%(n)s minutes left.", mark / 60);
}
