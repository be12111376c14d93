// Looking back: the board as it was, from the first step on, and under it the time line to move along.
import { html, useEffect, useMemo, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { currentStep } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { pastRoom, Player } from "../live/player.js";
import { BoardClosed } from "./board-outcome.js";
import { BoardStep } from "./board-step.js";
import { ReplayFoot } from "./replay-foot.js";

// room: the board's room, or of a page by itself {workshop, cookie, language, base, leave}, `leave` being where one goes from it.
export function Replay({ room }) {
  const [found, setFound] = useState(null);
  const fetching = async () => {
    setFound(null);
    setFound(await ask(room));
  };
  useEffect(() => void fetching(), [room]);
  if (!found) return html`<${Notice} room=${room} words=${_("One moment: the workshop is looked up.")} />`;
  if (found.error) return html`<${Notice} room=${room} words=${found.error} again=${fetching} />`;
  if (!found.visits.length) return html`<${Notice} room=${room} words=${_("The workshop has not begun. There is nothing to look back at yet.")} />`;
  return html`<${Playing} room=${room} line=${found} />`;
}

// What the server said, or {error: sentence}.
async function ask({ workshop, cookie }) {
  try {
    const answer = await fetch(`/w/${workshop}/replay.json?as=${cookie}`);
    if (answer.ok) return await answer.json();
    return { error: _("What happened could not be fetched. Open this page once more from where you came.") };
  } catch {
    return { error: _("No answer from the server. Try once more when the network is back.") };
  }
}

function Notice({ room, words, again }) {
  return html`
    <main class="notice replay-notice"><h1>${_("How it grew")}</h1><p class="lead" role="status">${words}</p>
      <div class="buttons">${again && html`<button type="button" class="button button--primary" onClick=${again}><${Icon} name="rotate-ccw" />${_("Try again")}</button>`}
        ${room.leave && html`<a class="button" href=${room.leave}><${Icon} name="arrow-left" />${_("Back")}</a>`}</div></main>`;
}

// It plays by itself, but for those who asked that nothing moves.
function Playing({ room, line }) {
  const player = useMemo(() => new Player(line), [line]);
  const past = useMemo(() => pastRoom(player, room), [player]);
  useEffect(() => {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) player.play();
    return () => player.pause();
  }, [player]);
  return html`
    <div class="replay"><${Board} room=${past} /><${ReplayFoot} room=${past} line=${line} player=${player} leave=${room.leave} /></div>`;
}

function Board({ room }) {
  const workshop = room.scene.one("workshop");
  const step = currentStep(room.scene);
  if (workshop.state === "closed") return html`<${BoardClosed} room=${room} workshop=${workshop} />`;
  return step ? html`<${BoardStep} room=${room} workshop=${workshop} step=${step} />` : html`<main class="board-main"></main>`;
}
