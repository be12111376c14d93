// A step that was, on one page to read: its notes, clusters, result, decisions and actions. Nothing can be changed here,
// but all can be shown it.
import { html } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { cycleWord } from "../lib/kinds.js";
import { shine } from "../lib/light.js";
import { inOrder, shownHere } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { CameOf, cameOf } from "./came-of.js";
import { Cluster } from "./cluster.js";
import { LaidOut } from "./laid-out.js";

const MADE = { wall: Notes, columns: Notes, clusters: Piles };
const NONE = new Set();

// onShown: it was put in the light, so there is more to see than the place that this was opened from.
export function Reading({ room, step, onClose, onShown }) {
  const Made = MADE[step.layout];
  const came = cameOf(room.scene, step);
  const none = missing(room, step, came);
  const show = () => {
    shine(room, "step", step.id);
    onClose();
    onShown();
  };
  return html`
    <${Dialog} long title=${step.title} onClose=${onClose}>
      <div class="dialog-body reading">
        <p class="console-kind">${whereWords(room, step)}</p>
        ${step.prompt && html`<p class="lead" dir="auto">${step.prompt}</p>`}
        ${Made && html`<${Made} room=${room} step=${step} />`}
        <${CameOf} room=${room} came=${came} head="h3" />
        ${none && html`<p class="empty">${none}</p>`}
      </div>
      <div class="dialog-actions">
        ${canShine(room, step) && html`<button type="button" class="button" onClick=${show}><${Icon} name="lightbulb" />${_("Put in the spotlight")}</button>`}
        <button type="button" class="button button--primary" onClick=${onClose}>${_("Done reading")}</button></div>
    <//>`;
}

// What came of an earlier step, on every screen; nothing stands in the light after the close.
function canShine({ scene }, step) {
  const { state, step: now } = scene.one("workshop");
  return state === "running" && step.id !== now && (step.revealed || step.visibility !== "private" || step.layout === "poll");
}

function whereWords({ scene }, step) {
  const minutes = ngettext("%(n)s minute", "%(n)s minutes", step.minutes);
  return [cycleWord(step, inOrder(scene)), minutes].filter(Boolean).join(" · ");
}

function Notes({ room, step }) {
  const notes = shownHere(room.scene, step);
  if (!notes.length) return html`<p class="empty">${step.visibility === "private" && !step.revealed ? _("Its notes are not shown yet.") : _("No notes were written.")}</p>`;
  return html`<${LaidOut} room=${room} step=${step} notes=${notes} />`;
}

function Piles({ room, step }) {
  const groups = outline(room.scene, step).filter(({ notes }) => notes.length);
  if (!groups.length) return html`<p class="empty">${_("Nothing was put together.")}</p>`;
  return html`<div class="clusters">${groups.map((group) => html`<${Cluster} key=${group.id} room=${room} group=${group} landed=${NONE} />`)}</div>`;
}

// Why there is nothing to read, where there should be.
function missing({ scene }, step, { rounds, scorings, actions }) {
  if (step.layout === "poll") return scorings.length ? "" : _("Nothing has been answered yet.");
  if (step.layout === "actions") return actions.length ? "" : _("No actions were written.");
  if (step.layout !== "vote") return "";
  if (scene.all("round").some((round) => round.step === step.id && round.state === "open")) return _("The vote is open");
  return rounds.length ? "" : _("There was no vote.");
}
