// A participant's screen: one question, one task, one primary button.
import { html } from "../lib/html.js";
import { fetchWhenIdle, Later } from "../lib/later.js";
import { currentStep } from "../lib/steps.js";
import { Head } from "./head.js";
import { useLeftBehind } from "./left-behind.js";
import { Saving } from "./saving.js";

const lobby = () => import("./lobby.js");
const closed = () => import("./closed.js");
const offers = () => import("./offers.js");
const SCREENS = {
  wall: () => import("./write.js"),
  clusters: () => import("./group.js"),
  vote: () => import("../layouts/vote.js"),
  actions: () => import("../layouts/actions.js"),
  talk: () => import("../layouts/talk.js"),
};

export function Phone({ room }) {
  const workshop = room.scene.one("workshop");
  const step = currentStep(room.scene);
  useLeftBehind(room, step);
  if (!workshop) return html`<main class="main" aria-busy="true"></main>`;
  const phase = workshop.state === "running" && step ? step.phase : workshop.state === "closed" ? "close" : "frame";
  return html`
    <div class="phone" data-phase=${phase}>
      <${Head} room=${room} question=${question(workshop, step)} timer=${workshop.state === "running"} />
      <${Saving} room=${room} />
      ${room.refusals.value.length > 0 && html`<${Later} load=${offers} name="Offers" room=${room} />`}
      <${Task} room=${room} workshop=${workshop} step=${step} />
    </div>`;
}

function Task({ room, workshop, step }) {
  if (workshop.state === "closed") return html`<${Later} load=${closed} name="Closed" room=${room} />`;
  if (workshop.state === "lobby" || !step) return html`<${Later} load=${lobby} name="Lobby" room=${room} />`;
  return html`<${Later} key=${step.id} load=${SCREENS[step.layout]} room=${room} step=${step} />`;
}

function question(workshop, step) {
  if (workshop.state === "closed" || !step) return workshop.title;
  return step.prompt || step.title;
}

export function fetchTheRest() {
  fetchWhenIdle([lobby, offers, closed, ...Object.values(SCREENS)]);
}
