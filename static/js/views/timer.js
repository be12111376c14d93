// The shared time. Its end is a signal, never a loss.
import { html, useEffect, useRef } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { sayOfOthers } from "../lib/announce.js";
import { minutesAndSeconds } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";

const MARKS = [300, 60, 0]; // seconds left that are said aloud

export function Timer({ room, large = false }) {
  const timer = room.scene.one("timer");
  const left = secondsLeft(timer);
  useTimeSaid(timer, left);
  if (left === null) return null;
  const state = timer.state === "running" && left <= 0 ? "zero" : timer.state;
  return html`
    <p class="timer ${large ? "timer--large" : ""}" data-state=${state}>
      ${!large && html`<${Icon} name="timer" />`}
      <${Time} seconds=${left} />
      <${TimerWord} state=${state} />
    </p>`;
}

function TimerWord({ state }) {
  if (state === "paused") return html`<span class="timer-word">${_("Paused")}</span>`;
  if (state === "zero") return html`<span class="timer-word">${_("Time is up")}</span>`;
  if (state === "stopped") return html`<span class="visually-hidden">${_("not started")}</span>`;
  return html`<span class="visually-hidden">${_("left")}</span>`;
}

export function Time({ seconds }) {
  const [minutes, rest] = minutesAndSeconds(seconds).split(":");
  return html`<span class="time">${minutes}<span class="colon">:</span>${rest}</span>`;
}

// Said once each, when the time passes the mark; not when a page opens after it.
function useTimeSaid(timer, left) {
  const last = useRef(null);
  useEffect(() => {
    const before = last.current;
    last.current = timer?.state === "running" ? left : null;
    if (before === null || last.current === null) return;
    const mark = MARKS.find((each) => before > each && left <= each);
    if (mark !== undefined) sayOfOthers("time", markSaid(mark));
  });
}

function markSaid(mark) {
  if (mark === 0) return _("Time is up. Finish your sentence.");
  return ngettext("%(n)s minute left.", "%(n)s minutes left.", mark / 60);
}
