// When it ends if each coming step takes its minutes, and how far that lies past the planned end.
import { secondsLeft, serverNow, tick } from "./clock.js";
import { currentStep, inOrder } from "./steps.js";

export function endsAt(scene) {
  tick.value; // subscribes
  const step = currentStep(scene);
  const coming = inOrder(scene).filter(({ place }) => !step || place > step.place);
  const left = step ? (secondsLeft(scene.one("timer")) ?? 0) : 0;
  return serverNow() + left * 1000 + coming.reduce((sum, { minutes }) => sum + minutes, 0) * 60000;
}

// The end that was planned: where no length was, the first agenda's is not known, so nothing is late.
export function minutesLate(scene) {
  const { state, started_at: start, planned_minutes: planned } = scene.one("workshop");
  if (state !== "running" || !start || !planned) return 0;
  const late = (endsAt(scene) - Date.parse(start)) / 60000 - planned;
  return Math.max(0, Math.floor(late));
}

// What could give the minutes, best first, and how: a step that can be left out goes whole, others give what is needed.
export function proposals(scene, late) {
  const cuts = scene.one("plan")?.cuts ?? [];
  const now = currentStep(scene)?.place ?? -1;
  return cuts.flatMap(({ step: id, minutes }) => {
    const step = scene.get("step", id);
    if (!step || step.place < now) return [];
    const whole = minutes >= step.minutes;
    return [{ step, whole, minutes: whole ? minutes : Math.min(minutes, late) }];
  });
}
