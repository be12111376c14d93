// What every live page does first: words, room, regions for screen readers, and a clear end when it cannot go on.
import { effect, html, render } from "../lib/html.js";
import { makeRegions, say } from "../lib/announce.js";
import { startTicking } from "../lib/clock.js";
import { whenUnused } from "../lib/in-use.js";
import { _, loadWords } from "../lib/words.js";
import { openRoom } from "../live/room.js";

// The room of this page, for tests: they import the page's own script and ask it.
let opened = null;
export const currentRoom = () => opened;

const SLOW = 6000; // ms until "Load again" is shown and told (static/css/opening.css)

// Screen is drawn with the room once its first snapshot is in; until then the page's own "Opening…" stands.
export async function begin(Screen, drawn = () => {}) {
  const { workshop, role, build, language, static: base, seat, token } = document.body.dataset;
  const root = document.getElementById("app");
  let times = 0;
  const draw = () => render(html`<${Screen} key=${times++} room=${opened} />`, root);
  makeRegions();
  setTimeout(saySlow, SLOW);
  await loadWords(language, base, () => times && whenUnused(draw));
  startTicking();
  const room = (opened = openRoom({ workshop, as: role, build, language, base, seat, token }));
  effect(() => {
    if (!room.refusal.value && (!room.ready.value || times)) return;
    root.querySelector(".opening")?.remove();
    if (room.refusal.value) return void render(html`<${Refused} room=${room} />`, root);
    draw();
    drawn(room);
    sayNewSteps(room);
  });
}

// In the words of the page: those of the script may not be here.
function saySlow() {
  const words = document.querySelector(".opening-slow p");
  if (words) say(words.textContent);
}

// A new step begins at its top, and is told.
function sayNewSteps(room) {
  let before = "";
  effect(() => {
    const workshop = room.scene.one("workshop");
    if (!workshop) return; // shown out: nothing is held any more
    const step = workshop.step ? room.scene.get("step", workshop.step) : undefined;
    const now = workshop.state === "closed" ? "closed" : (step?.id ?? "");
    const here = now || "lobby";
    if (before && before !== here) arrive(workshop, step);
    before = here;
  });
}

function arrive({ state }, step) {
  for (const scroller of [document.scrollingElement, document.querySelector(".console-step")]) scroller?.scrollTo(0, 0);
  if (state === "closed") say(_("The workshop is closed."));
  else if (step) say(`${step.title}. ${step.prompt}`);
}

function Refused({ room }) {
  const [head, next] = whyRefused(room);
  return html`
    <main class="notice"><section class="card card--wait">
      <h1>${head}</h1>
      <p>${next}</p>
      <p><a class="button button--primary" href=${wayOut(room)}>${_("Go on")}</a></p>
    </section></main>`;
}

function wayOut({ as, seat, workshop }) {
  if (seat) return `/w/${workshop}/console`;
  return as === "participant" ? "/j/" : "/";
}

function whyRefused({ as, seat, refusal }) {
  const code = refusal.value;
  if (code === "removed") return [_("A facilitator has shown you out."), _("What you wrote stays in the workshop. Ask the facilitator if this was a mistake.")];
  if (code === "board_out") return [_("This board was shut out."), _("Open the board's new link; the facilitator has it.")];
  if (seat) return [_("This page does not know you any more."), _("Open it once more from the console.")];
  const next = as === "participant" ? _("Join again with the code on the board.") : _("Open the link you were given once more.");
  return [_("This page does not know you any more."), next];
}
