// Marking on the phone: each thing on each scale, in secret. A poll, a matrix and a table all end in it.
import { html, useEffect, useRef } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { cardOf, isAlone, markOn } from "../lib/marks.js";
import { Icon } from "../lib/icons.js";
import { itemName } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { useFinding } from "./find-things.js";
import { Locked } from "./locked.js";
import { MarkScale } from "./mark-scale.js";
import { PaceButton, paceOf, setPace } from "./pace.js";
import { Proposal } from "./scoring-result.js";

export function mayMark(room, scoring) {
  return Boolean(cardOf(room.scene, scoring, room.you.value.id));
}

export function Missed() {
  return html`<p class="lead">${_("You came after it was opened. The facilitator can let you in.")}</p>`;
}

// Opening and closing are told, if this page was there before.
export function useScoringSaid(scoring) {
  const seen = useRef(null);
  const state = scoring?.state ?? "none";
  useEffect(() => {
    if (seen.current && state === "open") say(_("The poll is open."));
    if (seen.current && state === "closed") say(_("The poll is closed. Here is how the answers lie."));
    seen.current = state;
  }, [scoring?.id, state]);
}

const FROM_FOUR = () => _("At the end only how many gave each mark is shown, from four answers on.");

// children: what stands below the marks. Of many things the foot says how far one has come, and the promise stands above them.
export function Marking({ room, step, scoring, children }) {
  const done = paceOf(room, step) === "done";
  const many = !isAlone(scoring);
  return html`
    <main class="main"><${Locked} step=${step} what="voting" />${many && html`<p class="promise"><${Icon} name="eye-off" /><span><b>${_("Hidden from all.")}</b> ${FROM_FOUR()}</span></p>`}
      <${Marks} room=${room} scoring=${scoring} locked=${step.locks.includes("voting")} />
      ${children}
      <div class="buttons"><${PaceButton} room=${room} step=${step} pace="more" icon="clock">${_("I need more time")}<//></div></main>
    <footer class="foot">
      ${many ? html`<${HowFar} room=${room} scoring=${scoring} />` : html`<p class="promise"><${Icon} name="eye-off" /><span><b>${_("Hidden from all.")}</b> ${FROM_FOUR()}</span></p>`}
      ${done ? html`<p class="saving saving--done" role="status"><${Icon} name="check" />${_("Done. You can still change your marks.")}</p>`
        : html`<button type="button" class="button button--primary button--wide" onClick=${() => setPace(room, step, "done")}>${_("Done – you can still change it")}</button>`}
    </footer>`;
}

// How many things have all their marks, and the way to the next that lacks one.
function HowFar({ room, scoring }) {
  const left = scoring.items.filter(({ item }) => scoring.scales.some((scale) => markOn(room.scene, scoring.id, item, scale.id) === null));
  const n = scoring.items.length - left.length;
  return html`
    <div class="how-far"><p><b>${_("%(n)s of %(all)s marked", { n, all: scoring.items.length })}</b></p>
      ${left.length > 0 && html`<button type="button" class="button button--small button--quiet" onClick=${() => goToFirst(left)}>${_("To the next one")}<${Icon} name="arrow-down" /></button>`}</div>`;
}

// The first on the screen that still lacks a mark; what was looked for may leave some out.
function goToFirst(left) {
  const lacking = left.map(({ item }) => document.querySelector(`.scored-item[data-id="${item}"]`)).find(Boolean);
  const scale = [...(lacking?.querySelectorAll(".scale") ?? [])].find((each) => !each.querySelector("input:checked"));
  scale?.querySelector("input").focus({ preventScroll: true });
  lacking?.scrollIntoView({ block: "start" });
}

// One list of groups of buttons, in the order of the wall: Tab goes from group to group, arrows go within.
export function Marks({ room, scoring, locked = false }) {
  const one = scoring.scales.length === 1;
  const { layout } = room.scene.get("step", scoring.step);
  const name = (item) => itemName(room.scene, item);
  const { shown, field } = useFinding(scoring.items, name);
  return html`
    <${Proposal} scoring=${scoring} />
    ${field}
    <ul class="scored" data-layout=${layout}>
      ${shown.map((item) => html`
        <li class="scored-item" key=${item.item} data-id=${item.item}>
          ${!isAlone(scoring) && html`<h2 class="scored-title" dir="auto">${name(item)}</h2>`}
          ${scoring.scales.map((scale) => html`
            <${MarkScale} key=${scale.id} room=${room} scoring=${scoring} item=${item.item} scale=${scale} locked=${locked}
              title=${isAlone(scoring) ? "" : name(item)} alone=${one} />`)}
        </li>`)}
    </ul>`;
}
