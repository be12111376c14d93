// Numbers and times as people read them.
import { _ } from "./words.js";

// Seconds as minutes and seconds: 272 is "4:32".
export function minutesAndSeconds(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function codeShown(code) {
  return code.length === 6 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}

export function dateShown(day, language) {
  if (!day) return "";
  const [year, month, date] = day.split("-").map(Number);
  const options = { day: "numeric", month: "short", year: "numeric" };
  return new Date(year, month - 1, date).toLocaleDateString(language, options);
}

export function minutesShown(minutes) {
  return _("%(minutes)s min", { minutes });
}

export function timeOfDay(ms, language) {
  return new Date(ms).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}
