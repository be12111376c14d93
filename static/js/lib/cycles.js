// Cycles of open, integrate and close: where one begins in the agenda, and which ones the room has left.
import { phaseName } from "./kinds.js";
import { currentStep, inOrder } from "./steps.js";

// The frame around the cycles belongs to none of them.
export function beginsCycle(steps, n) {
  if (!phaseName(steps[n].phase) || steps.every(({ cycle }) => cycle === 1)) return false;
  const before = steps.slice(0, n).findLast(({ phase }) => phaseName(phase));
  return before?.cycle !== steps[n].cycle;
}

// The room has worked in it, and works elsewhere now; around the work, at the close too, that is each of them.
export function isCycleOver(scene, cycle) {
  if (scene.one("workshop").state !== "running") return false;
  const begun = working(scene).some((step) => step.cycle === cycle && ["open", "done"].includes(step.state));
  return begun && cycle !== cycleNow(scene);
}

// In a break the room is still in the cycle that goes on after it; 0 where it is in none.
function cycleNow(scene) {
  const now = currentStep(scene);
  if (!now || phaseName(now.phase)) return now?.cycle ?? 0;
  const before = working(scene).findLast(({ place }) => place < now.place);
  const after = working(scene).find(({ place }) => place > now.place);
  return before?.cycle === after?.cycle ? (after?.cycle ?? 0) : 0;
}

function working(scene) {
  return inOrder(scene).filter(({ phase }) => phaseName(phase));
}
