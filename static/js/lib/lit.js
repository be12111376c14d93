// What stands in the spotlight, as every screen draws it: {of, id, ...what it is}; null where nothing does.
import { roundOf } from "./ballot.js";
import { scoringOf } from "./marks.js";
import { cycleTitle, phaseName } from "./kinds.js";
import { currentStep, inOrder } from "./steps.js";
import { _ } from "./words.js";

const SEEN = {
  note: ({ scene, id }) => seen(scene.get("note", id), (note) => ({ notes: [note] })),
  cluster: ({ scene, id }) => seen(scene.get("cluster", id), ({ title }) => ({ title, notes: shownIn(scene, id) })),
  decision: ({ scene, id }) => seen(scene.get("decision", id), ({ text }) => ({ text })),
  poll: ({ scene, id }) => seen(scene.get("poll", id), (poll) => ({ poll })),
  cycle: ({ scene, number }) => ({ id: `${number}`, cycle: { number }, title: cycleTitle({ number, question: questionOf(scene, number) }) }),
  growth: () => ({ text: _("Look at the board: it shows how all of this came.") }),
  purpose: ({ scene }) => seen(scene.one("workshop"), ({ purpose }) => ({ text: purpose })),
  step: ({ scene, id }) => seen(scene.get("step", id), (step) => ({ step, round: resultOf(scene, step), scoring: markedIn(scene, step) })),
};

export function litThing(scene) {
  const lit = scene.one("spotlight");
  if (!lit) return null;
  const thing = SEEN[lit.of]({ scene, id: lit.item, number: lit.number });
  return thing && { of: lit.of, id: lit.item, ...thing };
}

// A step that the room has left, or has not come to: it is looked back at.
export function isElsewhere(scene, step) {
  return currentStep(scene)?.id !== step.id;
}

// A cycle that was planned from the beginning has no record, and one may have no question of its own: then it is what was asked first.
function questionOf(scene, number) {
  const first = inOrder(scene).find((step) => step.cycle === number && phaseName(step.phase) && step.types.length);
  return scene.all("cycle").find((cycle) => cycle.number === number)?.question || first?.prompt || "";
}

// Gone on this screen before the light is out: nothing is drawn.
function seen(record, read) {
  return record ? read(record) : null;
}

function shownIn(scene, cluster) {
  const notes = scene.all("note").filter((note) => note.cluster === cluster && note.readers === "all");
  return notes.sort((a, b) => a.place - b.place);
}

function resultOf(scene, step) {
  const round = step.layout === "vote" ? roundOf(scene, step) : undefined;
  return round?.state === "closed" ? round : undefined;
}

// The last scoring that has closed in a poll; another layout draws its marks in its own way.
function markedIn(scene, step) {
  const scoring = step.layout === "poll" ? scoringOf(scene, step) : undefined;
  return scoring?.state === "closed" ? scoring : undefined;
}
