// While a finger is down, what others do waits, so that nothing moves under it.
const LONGEST = 10000; // ms
let held = false;
let waiting = [];
let timer = 0;

// Runs in order: at once, or when the finger lifts.
export function whenStill(work) {
  if (held || waiting.length) waiting.push(work);
  else work();
}

export function hold() {
  held = true;
  clearTimeout(timer);
  timer = setTimeout(release, LONGEST);
}

// A click comes after pointerup: what waits comes after the click.
export function release() {
  held = false;
  clearTimeout(timer);
  setTimeout(letGo, 0);
}

export function watchFingers() {
  addEventListener("pointerdown", hold, { capture: true, passive: true });
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, release, { capture: true, passive: true });
  addEventListener("blur", ({ target }) => target === window && release());
}

function letGo() {
  if (held) return;
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
