// What the room sees on the board now, in small.
import { html } from "../lib/html.js";
import { roundOf } from "../lib/ballot.js";
import { scoringOf } from "../lib/marks.js";
import { secondsLeft } from "../lib/clock.js";
import { litWords } from "../lib/light.js";
import { hiddenStep } from "../lib/steps.js";
import { hint } from "../lib/text.js";
import { _ } from "../lib/words.js";
import { BoardActs, TurnPages } from "./board-acts.js";
import { Time } from "./timer.js";

const LONGEST = 90; // signs of what stands in the light

export function Preview({ room, step }) {
  const left = secondsLeft(room.scene.one("timer"));
  const blank = room.scene.one("workshop").board_blank;
  const lit = litWords(room);
  const [title, more] = blank ? [_("Dark"), _("It stays so until you light it.")] : lit ? [_("In the spotlight"), hint(lit, LONGEST)] : seen(room, step);
  return html`
    <section class="aside-part"><div class="aside-head"><h2 class="aside-title">${_("On the board")}</h2><${TurnPages} room=${room} /></div>
      <div class="preview" data-blank=${blank ? "" : undefined}><div class="preview-screen" aria-hidden="true"><b dir="auto">${lit || step.prompt || step.title}</b>${left !== null && html`<${Time} seconds=${left} />`}</div>
        <div class="preview-words"><b>${title}</b> <span class="preview-more" dir="auto">${more}</span></div></div>
      <${BoardActs} room=${room} /></section>`;
}

function seen({ scene }, step) {
  if (step.layout === "poll") return polled(scoringOf(scene, step));
  if (["table", "matrix"].includes(step.layout)) return compared(scoringOf(scene, step), step);
  if (hiddenStep(scene, step)) return [_("Question and time"), _("No notes before you reveal.")];
  const round = step.layout === "vote" ? roundOf(scene, step) : null;
  if (round?.state === "open") return [_("The open vote"), _("How many may vote and have voted. No dots.")];
  if (round?.state === "closed") return [_("The result"), _("In order, with ties and the cut.")];
  return {
    wall: [_("All notes"), ""],
    clusters: [_("The clusters"), _("Six a page; the pages turn by themselves.")],
    vote: [_("The question"), _("The vote has not opened.")],
    actions: [_("Actions and decisions"), ""],
    talk: [_("The question"), ""],
  }[step.layout] ?? [_("The question"), ""];
}

function compared(scoring, { layout }) {
  if (scoring?.state === "open") return [_("The open scoring"), _("How many may answer and have answered. No marks.")];
  if (scoring) return [_("What the marks say"), _("The picture, the order, and where you differ.")];
  return layout === "table" ? [_("The table"), _("All rows, as they are written.")] : [_("What will be scored"), ""];
}

function polled(scoring) {
  if (scoring?.state === "open") return [_("The open poll"), _("How many may answer and have answered. No marks.")];
  if (scoring) return [_("How the answers lie"), _("How many gave each mark.")];
  return [_("The question"), _("The poll has not opened.")];
}
