// A participant's screen: one question, one task, one primary button.
import { pinnedSteps } from "../lib/columns.js";
import { useFocusOn } from "../lib/focus-back.js";
import { computed, html, useEffect, useMemo, useRef } from "../lib/html.js";
import { fetchWhenIdle, Later } from "../lib/later.js";
import { litThing } from "../lib/lit.js";
import { currentStep, earlyStep } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { withTakeBack } from "../live/take-back.js";
import { usePoll } from "./asked.js";
import { GoalLine } from "./goal-line.js";
import { Head, menu } from "./head.js";
import { useHeld } from "./held-ids.js";
import { useLeftBehind } from "./left-behind.js";
import { Saving } from "./saving.js";
import { useStillOpen } from "./still-open.js";
import { TimeLine } from "./time-line.js";

const lobby = () => import("./lobby.js");
const closed = () => import("./closed.js");
const offers = () => import("./offers.js");
const write = () => import("./write.js");
const still = () => import("./still-writing.js");
const held = () => import("./held.js");
const light = () => import("./lit.js");
const poll = () => import("./poll.js");
const undo = () => import("./undo.js");
const pinned = () => import("./pinned.js");
const SCREENS = {
  wall: write,
  columns: write,
  clusters: () => import("./group.js"),
  vote: () => import("../layouts/vote.js"),
  poll: () => import("../layouts/poll.js"),
  form: () => import("../layouts/form.js"),
  table: () => import("../layouts/table.js"),
  matrix: () => import("../layouts/matrix.js"),
  actions: () => import("../layouts/actions.js"),
  talk: () => import("../layouts/talk.js"),
};

export function Phone({ room: shared }) {
  const room = useMemo(() => withTakeBack(shared), [shared]);
  const workshop = room.scene.one("workshop");
  const step = useTask(room);
  const hand = useHand(step);
  const others = useStillOpen(room, step);
  const asked = usePoll(room, step);
  const holds = useHeld(room);
  useLeftBehind(room);
  useFocusOn(room.refusals.value.length, "#question");
  useEffect(() => void (room.last.value = null), [step?.id]);
  if (!workshop) return html`<main class="main" aria-busy="true"></main>`;
  const phase = workshop.state === "running" && step ? step.phase : workshop.state === "closed" ? "close" : "frame";
  return html`
    <div class="phone" data-phase=${phase}>
      <${Head} room=${room} question=${question(workshop, step)} timer=${workshop.state === "running"}><${Light} room=${room} /><//>
      ${workshop.state === "running" && html`<${GoalLine} room=${room} step=${step} />`}
      <${Saving} room=${room} />
      <aside class="beside" aria-label=${_("Beside the task")}>
        ${workshop.state === "running" && html`<${TimeLine} room=${room} />`}
        ${workshop.state === "running" && pinnedSteps(room.scene, step).length > 0 && html`<${Later} load=${pinned} name="Pinned" beside room=${room} step=${step} />`}
        ${asked && html`<${Later} key=${asked.id} load=${poll} name="Poll" beside room=${room} poll=${asked} />`}
        ${workshop.state !== "closed" && room.scene.get("hand", room.you.value.id) && html`<${Later} load=${menu} name="HandUp" beside room=${room} />`}
        ${holds && html`<${Later} load=${held} name="Held" beside room=${room} ids=${holds} />`}
        ${room.refusals.value.length > 0 && html`<${Later} load=${offers} name="Offers" beside room=${room} />`}
        ${others.length > 0 && html`<${Later} load=${still} name="StillWriting" beside room=${room} steps=${others} hand=${hand} />`}
      </aside>
      <${Task} room=${room} workshop=${workshop} step=${step} />
      ${room.last.value && html`<${Later} load=${undo} name="UndoToast" beside room=${room} />`}
    </div>`;
}

// The room's step; before the meeting, one that takes notes already.
function useTask({ scene }) {
  const id = useMemo(() => computed(() => (currentStep(scene) ?? earlyStep(scene))?.id ?? ""), []);
  return id.value ? scene.get("step", id.value) : undefined;
}

// The step whose text was under the thumb when the room moved on: writing goes on there, if it may.
function useHand(step) {
  const before = useRef(step?.id);
  const hand = useRef("");
  if (before.current !== step?.id) {
    hand.current = document.activeElement?.id === "composer" ? before.current : "";
    before.current = step?.id;
  }
  return hand.current;
}

function Light({ room }) {
  const lit = litThing(room.scene);
  return lit && html`<${Later} load=${light} name="Lit" beside room=${room} lit=${lit} />`;
}

function Task({ room, workshop, step }) {
  if (workshop.state === "closed") return html`<${Later} load=${closed} name="Closed" room=${room} />`;
  if (!step) return html`<${Later} load=${lobby} name="Lobby" room=${room} />`;
  const early = workshop.state === "lobby";
  return html`<${Later} key=${step.id + early} load=${early ? write : SCREENS[step.layout]} room=${room} step=${step} />`;
}

function question(workshop, step) {
  if (workshop.state === "closed" || !step) return workshop.title;
  return step.prompt || step.title;
}

export function fetchTheRest() {
  fetchWhenIdle([lobby, offers, closed, still, menu, held, light, poll, undo, pinned, ...Object.values(SCREENS)]);
}
