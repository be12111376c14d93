// Whether someone is in the middle of something: a field has the focus, or a dialog stands open.
const LOOK = 1000; // ms

function isInUse() {
  return Boolean(document.querySelector("dialog[open]") || document.activeElement?.matches("input, textarea, select"));
}

// Does the work when nobody is, at once or later.
export function whenUnused(work) {
  if (isInUse()) setTimeout(whenUnused, LOOK, work);
  else work();
}
