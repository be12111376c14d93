// Sums over the agenda, and what a tap can mend in it. The server judges the plan; these only propose commands.
import { serverNow, tick } from "./clock.js";
import { computed } from "./html.js";

export const WORKING = ["open", "integrate", "close"];
const FIELDS = [
  "method", "layout", "phase", "title", "prompt", "minutes", "script", "half_time", "types", "source", "visibility", "readers",
  "anonymous", "can_build", "moderated", "order", "budget", "per_item", "top", "least", "keep", "setup",
];

export function minutesOf(steps) {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

// Which one of the agenda it is, from 0, as a command says it: what waits for an answer is drawn between two places.
export function placeIn(steps, id) {
  return steps.findIndex((step) => step.id === id);
}

// The next five minutes that are whole, in ms: who draws by it is drawn anew when it changes, and not with each tick.
const soon = computed(() => {
  tick.value; // subscribes
  return Math.ceil(serverNow() / 300000) * 300000;
});

// When each step begins, and the last ends: from the real start where there was one; else as if it began soon.
export function startsOf(workshop, steps) {
  let at = workshop.started_at ? Date.parse(workshop.started_at) : soon.value;
  return [at, ...steps.map(({ minutes }) => (at += minutes * 60000))];
}

// Another step with the same content: what AddStep takes of a record.
export function copyOf(step) {
  return Object.fromEntries(FIELDS.filter((name) => step[name] !== undefined).map((name) => [name, step[name]]));
}

// The step whose notes a new one at this place would work on, if its layout works on notes at all.
export function sourceAt(steps, place, step) {
  if (!worksOn(step)) return "";
  return steps.filter((each) => each.place < place && isWork(each)).at(-1)?.id ?? "";
}

// Options are compared, where another table begins empty; a poll may bring its own text.
function worksOn({ layout, visibility, can_build: builds, setup = {} }) {
  if (layout === "wall") return builds && visibility === "live";
  if (layout === "table") return Boolean(setup.scales?.length);
  if (layout === "poll") return !setup.proposal && !setup.subject;
  return ["clusters", "vote", "matrix", "actions"].includes(layout);
}

// A table of what others have done is to be read; one with scales holds what is chosen among.
function isWork({ layout, setup = {} }) {
  return ["wall", "columns", "clusters", "vote", "matrix"].includes(layout) || (layout === "table" && Boolean(setup.scales?.length));
}

// So many minutes less, shared over what the plan says each step can give: [[id, new minutes], ...].
export function shortened(steps, cuts, wanted) {
  const can = cuts.map(({ step, minutes }) => {
    const now = steps.find(({ id }) => id === step)?.minutes ?? 0;
    return { step, now, most: Math.max(0, Math.min(minutes, now - 1)) };
  });
  const all = can.reduce((sum, { most }) => sum + most, 0);
  let left = Math.min(wanted, all);
  const part = all ? left / all : 0;
  return can.map(({ step, now, most }) => {
    const less = Math.min(left, Math.ceil(most * part));
    left -= less;
    return [step, now - less];
  }).filter(([id, minutes]) => minutes !== steps.find((step) => step.id === id)?.minutes);
}

// The open steps longer or shorter until the phase has the share: [[id, new minutes], ...]. Longer each in
// proportion; shorter by what the plan says that each can give, which may not reach the whole way.
export function sharedOpen(steps, cuts, percent) {
  const working = minutesOf(steps.filter(({ phase }) => WORKING.includes(phase)));
  const open = steps.filter(({ phase }) => phase === "open");
  const gap = (percent * working - 100 * minutesOf(open)) / (100 - percent);
  if (gap > 0) return lengthened(open.filter(({ state }) => state === "planned"), Math.ceil(gap));
  const ids = open.map(({ id }) => id);
  return shortened(steps, cuts.filter(({ step }) => ids.includes(step)), Math.ceil(-gap));
}

function lengthened(steps, wanted) {
  const all = minutesOf(steps);
  let left = wanted;
  return steps.flatMap(({ id, minutes }) => {
    const more = Math.min(left, Math.ceil((wanted * minutes) / all));
    left -= more;
    return more ? [[id, minutes + more]] : [];
  });
}
