// Dots laid out before a vote opens: a plan that stays on this phone, also over a reload, and is sent to nobody.
import { criteriaOf, dotsUsed, givingHand } from "./ballot.js";
import { useState } from "./html.js";

const nameOf = ({ id }) => `dots ${id}`;
const keyOf = (item, criterion) => [item, criterion].filter(Boolean).join("/");

function read(room, round) {
  try {
    return JSON.parse(room.drafts.get(nameOf(round)) || "{}");
  } catch {
    return {};
  }
}

// The plan as a hand that a ballot can be drawn with.
export function usePlan(room, round) {
  const [plan, setPlan] = useState(() => read(room, round));
  const set = (item, criterion, dots) => {
    const { [keyOf(item, criterion)]: before, ...rest } = plan;
    const next = dots ? { ...rest, [keyOf(item, criterion)]: dots } : rest;
    room.drafts.set(nameOf(round), Object.keys(next).length ? JSON.stringify(next) : "");
    setPlan(next);
  };
  return { dots: (item, criterion) => plan[keyOf(item, criterion)] ?? 0, isLate: () => false, set };
}

// What the plan would give, where no dot has been given yet: [{item, criterion, dots}].
export function plannedDots(room, round) {
  const plan = read(room, round);
  const criteria = criteriaOf(round);
  if (criteria.some(({ id }) => dotsUsed(room.scene, round, id))) return [];
  const all = round.candidates.flatMap(({ item }) => criteria.map(({ id }) => ({ item, criterion: id, dots: plan[keyOf(item, id)] ?? 0 })));
  return all.filter(({ dots }) => dots > 0);
}

// The plan is kept until a dot of it is saved: where the vote refuses them it is there once more.
export function castPlan(room, round) {
  for (const { item, criterion, dots } of plannedDots(room, round)) givingHand(room, round).set(item, criterion, dots);
}

export function isSaved({ scene }, { id }) {
  return scene.saved("ballot").some(({ round, dots }) => round === id && dots > 0);
}

export function forgetPlan(room, round) {
  room.drafts.set(nameOf(round), "");
}
