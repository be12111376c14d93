// A participant's page: one question, one task, one primary button.
import { html, render } from "../lib/html.js";
import { currentStep } from "../lib/steps.js";
import { fetchWhenIdle, Later } from "../lib/later.js";
import { _ } from "../lib/words.js";
import { Head } from "../views/head.js";
import { useLeftBehind } from "../views/left-behind.js";
import { Saving } from "../views/saving.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

const lobby = () => import("../views/lobby.js");
const closed = () => import("../views/closed.js");
const offers = () => import("../views/offers.js");
const SCREENS = {
  wall: () => import("../views/write.js"),
  clusters: () => import("../views/group.js"),
  vote: () => import("../layouts/vote.js"),
  actions: () => import("../layouts/actions.js"),
  talk: () => import("../layouts/talk.js"),
};

function Phone({ room }) {
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

begin((room, root) => {
  render(html`<${Phone} room=${room} />`, root);
  fetchWhenIdle([lobby, offers, closed, ...Object.values(SCREENS)]);
});
