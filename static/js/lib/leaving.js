// What waits for a moment may not wait any longer when the page is put away: a phone may end it there, and say no more.

// Runs whenever the page is hidden or left. Gives what takes it back.
export function whenLeaving(work) {
  const hidden = () => document.visibilityState === "hidden" && work();
  document.addEventListener("visibilitychange", hidden);
  addEventListener("pagehide", work);
  return () => {
    document.removeEventListener("visibilitychange", hidden);
    removeEventListener("pagehide", work);
  };
}
