// Keeps a projector's screen on, where the browser can: it needs https or localhost, and may refuse.
export function stayAwake() {
  const ask = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", ask);
  ask();
}
