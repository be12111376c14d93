// A break: when the room begins again, and nothing else.
import { html } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { timeOfDay } from "../lib/fmt.js";
import { Sign } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";

export function BoardBreak({ room, workshop, step }) {
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase="break" question=${step.title}>
      <div class="rest"><${Sign} phase="break" /><p class="rest-words">${whenAgain(room)}</p></div>
    <//>`;
}

// Until the time runs nobody has said when: then its length stands here.
function whenAgain({ scene, language }) {
  const timer = scene.one("timer");
  const left = secondsLeft(timer);
  if (left === null) return "";
  if (timer.state !== "running") return ngettext("%(n)s minute", "%(n)s minutes", Math.ceil(left / 60));
  if (left <= 0) return _("We begin again.");
  return _("Back at %(time)s", { time: timeOfDay(Date.parse(timer.ends_at), language) });
}
