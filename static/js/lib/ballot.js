// The votes of a step, and this person's dots in one of them.
import { sources } from "./steps.js";
import { _ } from "./words.js";

// A note that was held since the vote opened is still voted on, and its words are no longer sent.
export function titleOf({ title }) {
  return title || _("A note that was held back");
}

// The latest vote that was opened in the step; records keep the order in which they came.
export function roundOf(scene, step) {
  const rounds = scene.all("round").filter((round) => round.step === step.id);
  return rounds.find((round) => round.state === "open") ?? rounds.at(-1);
}

// The latest closed vote in the steps that this one works on: what actions and decisions follow.
export function resultBefore(scene, step) {
  const here = sources(scene, step);
  return scene.all("round").filter((round) => here.has(round.step) && round.state === "closed").at(-1);
}

export function paperOf(scene, round, me) {
  return scene.all("paper").find((paper) => paper.round === round.id && paper.participant === me);
}

// What waits in the outbox counts at once.
export function dotsOn(scene, round, item) {
  const wish = scene.get("wish", `${round.id}/${item}`);
  if (wish) return wish.dots;
  return scene.all("ballot").find((ballot) => ballot.round === round.id && ballot.item === item)?.dots ?? 0;
}

export function dotsUsed(scene, round) {
  return round.candidates.reduce((sum, { item }) => sum + dotsOn(scene, round, item), 0);
}
