// Numbers and times as people read them.
// In the Nordic countries English is written as in Britain: 24 November.
const regional = (language) => (language === "en" ? "en-GB" : language);

// Seconds as minutes and seconds: 272 is "4:32".
export function minutesAndSeconds(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function dateShown(day, language) {
  if (!day) return "";
  const [year, month, date] = day.split("-").map(Number);
  const options = { day: "numeric", month: "short", year: "numeric" };
  return new Date(year, month - 1, date).toLocaleDateString(regional(language), options);
}

// "Tuesday 24 November, 14:00", in the reader's own zone.
export function momentShown(iso, language) {
  const options = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Date(iso).toLocaleString(regional(language), options);
}

export function timeOfDay(ms, language) {
  return new Date(ms).toLocaleTimeString(regional(language), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function dayAndTime(iso, language) {
  return new Date(iso).toLocaleString(regional(language), { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function percent(n) {
  return (n / 100).toLocaleString(document.documentElement.lang, { style: "percent" });
}

// "2.5" as people write it here.
export function decimal(number) {
  return Number(number).toLocaleString(document.documentElement.lang);
}
