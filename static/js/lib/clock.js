// The server's time on this device: deadlines come as times, and phones are often wrong.
import { signal } from "./html.js";

let skew = 0; // ms to add to this device's clock
export const tick = signal(0); // grows four times a second, for whoever draws a time

export function setServerTime(iso, sentAt = Date.now()) {
  const halfway = (Date.now() - sentAt) / 2;
  skew = Date.parse(iso) + halfway - Date.now();
}

export function serverNow() {
  return Date.now() + skew;
}

export function startTicking() {
  setInterval(() => tick.value++, 250);
}

// Seconds left of a timer record, or null where there is no timer yet.
export function secondsLeft(timer) {
  if (!timer) return null;
  if (timer.state !== "running") return timer.left;
  tick.value; // subscribes
  return Math.max(0, (Date.parse(timer.ends_at) - serverNow()) / 1000);
}
