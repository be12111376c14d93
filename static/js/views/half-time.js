// At half of the step's time its half-time line comes up as a card, until it was said.
import { html, useState } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { _ } from "../lib/words.js";

export function HalfTime({ room, step }) {
  const [said, setSaid] = useState(false);
  const timer = room.scene.one("timer");
  const left = secondsLeft(timer) ?? 0;
  const due = step.half_time && timer?.state !== "stopped" && left > 0 && left <= step.minutes * 30;
  if (!due || said) return null;
  return html`
    <section class="card half-time"><h2 class="visually-hidden">${_("Half the time is used.")}</h2>
      <p dir="auto">${step.half_time}</p>
      <button type="button" class="button button--small" onClick=${() => setSaid(true)}>${_("It is said")}</button></section>`;
}
