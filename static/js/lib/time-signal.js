// Which of the step's soft signals the running time gives now, by the seconds left.
const TWO = 120;
const STANDS = 20; // seconds that "2 minutes" stands: after that it is not true
const HALF_STANDS = 60; // there is more to read
const SHORT = 3; // minutes of a step that has begun its last two when it has hardly begun

export function timeSignal(step, timer, left) {
  if (!step || timer?.state !== "running") return "";
  if (left <= 0) return "end";
  if (step.minutes > SHORT && stands(left, TWO, STANDS)) return "two";
  return step.half_time && stands(left, step.minutes * 30, HALF_STANDS) ? "half" : "";
}

// The last two minutes of a step that is longer than that.
export function isNearEnd(step, left) {
  return step.minutes > SHORT && left > 0 && left <= TWO;
}

function stands(left, from, seconds) {
  return left <= from && left > from - seconds;
}
