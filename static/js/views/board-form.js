// A form on the board: what it says, as large as it fits. Thoughts that were just revealed come first, until a
// version is written from them.
import { newest, subjectOf, versions } from "../lib/forms.js";
import { html } from "../lib/html.js";
import { scoringOf } from "../lib/marks.js";
import { hiddenStep, notesHere } from "../lib/steps.js";
import { softened } from "../lib/text.js";
import { useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { BoardWall } from "./board-wall.js";
import { BoardScoring } from "./board-scoring.js";
import { Said } from "./said.js";
import { Sure } from "./sure.js";

const LOOKS = ["large", "middle", "small"];

export function BoardForm({ room, workshop, step }) {
  if (scoringOf(room.scene, step)?.state === "open") return html`<${BoardScoring} room=${room} workshop=${workshop} step=${step} />`;
  const sheet = newest(room.scene, subjectOf(step));
  const notes = notesHere(room.scene, step).some(({ readers }) => readers === "all");
  const reading = notes && sheet?.step !== step.id;
  if (reading || (!sheet && step.types.length > 0)) return html`<${BoardWall} room=${room} workshop=${workshop} step=${step} />`;
  return html`<${Told} room=${room} workshop=${workshop} step=${step} sheet=${sheet} />`;
}

function Told({ room, workshop, step, sheet }) {
  const { box, pages } = useFit(LOOKS, Object.keys(sheet?.values ?? {}).length);
  const n = versions(room.scene, subjectOf(step)).length;
  const hidden = hiddenStep(room.scene, step) && (room.presence.value.counts?.hidden ?? 0);
  const sub = [n > 1 && _("Version %(n)s", { n: sheet.version }), hidden > 0 && `${hidden} ${ngettext("note written", "notes written", hidden)}`].filter(Boolean).join(" · ");
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages} goal=${false}>
      ${sheet && html`<div class="form-board" ref=${box}><div class="form-columns"><${Said} room=${room} sheet=${sheet} words=${softened} /><${Sure} room=${room} sheet=${sheet} open /></div></div>`}
    <//>`;
}
