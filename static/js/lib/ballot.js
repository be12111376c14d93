// The votes of a step, and this person's dots in one of them.
import { sources } from "./steps.js";
import { _ } from "./words.js";

// A note that was held since the vote opened is still voted on, and its words are no longer sent.
export function titleOf({ title }) {
  return title || _("A note that was held back");
}

// What was taken away since the vote was planned or opened: it stays on the ballot, and is marked.
export function isGone(scene, { item, title }) {
  return Boolean(title) && !["note", "cluster", "row"].some((kind) => scene.get(kind, item));
}

// The vote of the step that counts now: the one that goes on, else the latest that was opened there. A
// run-off that has ended is told in the vote whose tie it broke.
export function roundOf(scene, step) {
  const rounds = scene.all("round").filter((round) => round.step === step.id);
  const going = rounds.find(({ state }) => state !== "closed");
  return going ?? rounds.filter(({ run_off }) => !run_off).at(-1);
}

// The latest closed vote in the steps that this one works on: what actions and decisions follow.
export function resultBefore(scene, step) {
  const here = sources(scene, step);
  return scene.all("round").filter((round) => here.has(round.step) && round.state === "closed" && !round.run_off).at(-1);
}

export function paperOf(scene, round, me) {
  return scene.all("paper").find((paper) => paper.round === round.id && paper.participant === me);
}

// What dots are given for; a vote without criteria is one list that asks for nothing by name.
export function criteriaOf({ criteria }) {
  return criteria.length ? criteria : [{ id: "", title: "" }];
}

// As which group this person votes, or marks in a poll; empty before it was chosen.
export function groupOf(scene, { id }) {
  const wish = scene.get("wish", id);
  if (wish) return wish.group;
  const own = scene.all("voice").find((voice) => voice.round === id) ?? scene.all("standpoint").find(({ scoring }) => scoring === id);
  return own?.group ?? "";
}

export function wishOf({ round, item, criterion }) {
  return [round, item, criterion].filter(Boolean).join("/");
}

// What waits in the outbox counts at once.
export function dotsOn(scene, round, item, criterion = "") {
  const wish = scene.get("wish", wishOf({ round: round.id, item, criterion }));
  if (wish) return wish.dots;
  return scene.all("ballot").find((ballot) => ballot.round === round.id && ballot.item === item && ballot.criterion === criterion)?.dots ?? 0;
}

// The hand that gives dots in an open vote: how many lie where, and what a tap does.
export function givingHand(room, round) {
  const ids = (item, criterion) => ({ round: round.id, item, ...(criterion && { criterion }) });
  return {
    dots: (item, criterion) => dotsOn(room.scene, round, item, criterion),
    isLate: (item, criterion) => room.scene.get("wish", wishOf(ids(item, criterion)))?.pending === "late",
    set: (item, criterion, dots) => room.send("CastVote", { ...ids(item, criterion), dots }),
  };
}

export function dotsUsed(scene, round, criterion = "") {
  return round.candidates.reduce((sum, { item }) => sum + dotsOn(scene, round, item, criterion), 0);
}

// Whether the whole result has been told: a staged one comes place by place.
export function isAllTold({ state, results, candidates }) {
  return state === "closed" && results.length === candidates.length;
}
