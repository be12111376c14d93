// Where a text that was refused or left behind can still go.
import { isThought } from "./refusals.js";
import { openPoll } from "./polls.js";
import { currentStep, takesNotes } from "./steps.js";

const NOT_ITS_FAULT = /^(left_behind|step_closed|step_locked|poll_open|outbox_full|cut_twice)$/;

// {note: the step that takes it as a note, anew: as one more, not in the draft; keep: the step that it waits for;
// again: the command to send once more; decide, park, copy: whether}.
export function waysFor(room, { entry, error }) {
  const { scene } = room;
  if (scene.one("workshop")?.state === "closed" || !isThought(entry)) return { copy: true };
  const decide = room.as === "facilitator" && /Decision$/.test(entry.kind) && Boolean(currentStep(scene));
  return { ...asNote(room, entry, error), again: NOT_ITS_FAULT.test(error.code) && sentAgain(room, entry), decide, park: true };
}

// The step whose form takes it back when the room is there again.
export function reopensIn({ scene }, { kind, fields }) {
  const own = /^(AddAction|AddRow|SaveSheet|OpenScoring)$/.test(kind) && scene.get("step", fields.step);
  return own && own.id !== currentStep(scene)?.id ? own : undefined;
}

// The console has no paper to go on writing on.
function asNote({ scene, as }, { fields }, { code }) {
  const own = scene.get("step", fields.step ?? scene.get("note", fields.note)?.step);
  const tooLate = code === "deadline_passed" && own?.state === "early"; // this device's clock may be behind the server's
  const takes = (each) => each && takesNotes(each) && !each.locks.includes("writing") && !(tooLate && each === own) && hasPaper(scene, each, fields);
  const note = [own, currentStep(scene)].find(takes);
  const anew = as === "facilitator" || code === "step_closed" || code === "deadline_passed";
  return { note, anew, keep: tooLate && !note ? own : undefined };
}

// In a table one writes of a row.
function hasPaper(scene, step, { about }) {
  return step.layout !== "table" || scene.get("row", about)?.step === step.id;
}

// What is typed of a row has its own draft.
export function draftFor(scene, step, { about }) {
  return scene.get("row", about)?.step === step.id ? `side ${about}` : `note ${step.id}`;
}

function sentAgain({ scene, newId }, { kind, fields }) {
  if (kind === "AskRoom") return !openPoll(scene) && [kind, { ...fields, id: newId() }];
  if (kind === "AddRow") return takesRows(scene, fields.step) && [kind, { ...fields, id: newId() }];
  if (kind === "ChangeRow") return takesRows(scene, scene.get("row", fields.row)?.step) && [kind, { row: fields.row, cells: fields.cells }];
  return false;
}

function takesRows(scene, id) {
  const step = scene.get("step", id);
  return step?.state === "open" && !step.sealed && !step.locks.includes("writing");
}
