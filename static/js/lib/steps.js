// Where the room is in its agenda, read from the records.
import { secondsLeft, serverNow, tick } from "./clock.js";

export function inOrder(scene) {
  return scene.all("step").sort((a, b) => a.place - b.place);
}

export function currentStep(scene) {
  const workshop = scene.one("workshop");
  return workshop?.step ? scene.get("step", workshop.step) : undefined;
}

// Whether notes are taken in a step at this moment: while it is open, or early until its deadline.
export function takesNotes(step) {
  if (!step.types.length || step.sealed) return false;
  return step.state === "open" || (step.state === "early" && !isOver(step));
}

// The deadline of a step that collects notes early has passed.
export function isOver({ until }) {
  tick.value; // subscribes
  return serverNow() >= Date.parse(until);
}

// Before the meeting: the first step that takes notes already.
export function earlyStep(scene) {
  return inOrder(scene).find((step) => step.state === "early" && takesNotes(step));
}

// Going to a step says where the room was seen, so that two who press at once do not go two steps.
export function goingTo(scene, step, more = {}) {
  return { step: step.id, before: scene.one("workshop").step, ...more };
}

// Beside the room's own step: what was kept open when the room went on, or opened early.
export function stillOpen(scene) {
  const now = currentStep(scene);
  return inOrder(scene).filter((step) => ["open", "early"].includes(step.state) && step.id !== now?.id);
}

// A step works on its own notes and those of its source, and so on back.
export function sources(scene, step) {
  const found = new Set();
  for (let at = step; at && !found.has(at.id); at = scene.get("step", at.source)) found.add(at.id);
  return found;
}

// The step here whose notes wait for a reveal, if there is one.
export function hiddenStep(scene, step) {
  const here = [...sources(scene, step)].map((id) => scene.get("step", id));
  return here.find((each) => each.visibility === "private" && !each.revealed && each.types.length);
}

// In the order of the reveal; hidden ones have no place yet and stay in the order of writing. For a
// presenting round those of one author stand together, and those without a name last.
export function notesHere(scene, step) {
  const here = sources(scene, step);
  const now = scene.get("step", step.id) ?? step;
  const notes = scene.all("note").filter((note) => here.has(note.step) && isTold(scene, step, note) && takes(now, note)).sort((a, b) => a.place - b.place);
  return now.order === "author" ? notes.sort(byAuthor) : notes;
}

// Columns gather of earlier steps only what they could be written as themselves.
function takes({ id, types, setup }, note) {
  return note.step === id || !setup?.columns?.length || !types?.length || types.includes(note.type);
}

export function shownHere(scene, step) {
  return notesHere(scene, step).filter(({ readers }) => readers === "all");
}

// Where groups tell of their work, what they wrote among themselves stays away but for what they chose.
function isTold(scene, step, note) {
  return !step.setup?.reported || note.reported || !scene.get("step", note.step)?.setup?.in_groups;
}

function byAuthor(a, b) {
  return Number(!a.name) - Number(!b.name) || (a.name ?? "").localeCompare(b.name ?? "");
}

// How much of the agenda is used, in minutes; null before the start.
export function minutesUsed(scene) {
  const now = currentStep(scene);
  if (!now) return null;
  const before = inOrder(scene).filter((step) => step.place < now.place);
  const planned = before.reduce((sum, step) => sum + step.minutes, 0);
  const left = secondsLeft(scene.one("timer")) ?? now.minutes * 60;
  return planned + Math.min(now.minutes, Math.max(0, now.minutes - left / 60));
}
