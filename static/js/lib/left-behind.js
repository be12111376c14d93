// Half-written texts that have lost their place: what each would have become, had it been sent.
import { cardOf, scoringOf } from "./marks.js";
import { currentStep, takesNotes } from "./steps.js";
import { parsed } from "./typed.js";

// sort of draft -> (here, the id in its name, its text) -> {kind, fields, code}, or null while its place is there.
const SORTS = {
  note({ scene, drafts, closed }, id, text) {
    const step = scene.get("step", id);
    if (!closed && step && !isShut(step)) return null;
    return { kind: "AddNote", fields: { step: id, text: text.trim(), type: drafts.get(`type ${id}`) } };
  },
  change({ scene, closed }, id, text) {
    const was = scene.get("note", id);
    if (!was) return { kind: "AddNote", fields: { step: "", text: text.trim(), type: "" }, ...GONE };
    return closed ? { kind: "ChangeNote", fields: { note: id, ...differing({ text }, was) } } : null;
  },
  side({ scene, drafts, step, closed }, id, text) {
    const row = scene.get("row", id);
    if (!closed && row && row.step === step?.id && takesNotes(step)) return null;
    const fields = { step: row?.step ?? "", text: text.trim(), type: drafts.get(`type ${id}`), about: row ? id : "" };
    return { kind: "AddNote", fields, ...(row ? {} : GONE) };
  },
  row(here, id, text) {
    const cells = parsed(text);
    if (here.scene.get("step", id)) return takesRows(here, id) ? null : { kind: "AddRow", fields: { step: id, cells } };
    const was = here.scene.get("row", id);
    if (!was) return { kind: "AddRow", fields: { step: "", cells }, ...GONE };
    return takesRows(here, was.step) ? null : { kind: "ChangeRow", fields: { row: id, step: was.step, cells: differing(cells, was.cells) } };
  },
  action: (here, id, text) => newOrChanged(here, id, parsed(text), { record: "action", add: "AddAction", change: "ChangeAction" }),
  decision: (here, id, text) => newOrChanged(here, id, parsed(text), { record: "decision", add: "AddDecision", change: "ChangeDecision" }),
  sheet: ({ step, closed }, id, text) => (!closed && step?.id === id ? null : { kind: "SaveSheet", fields: { ...parsed(text), step: id } }),
  proposal({ scene, step, closed }, id, text) {
    if (!closed && step?.id === id && scoringOf(scene, step)?.state !== "open") return null;
    return { kind: "OpenScoring", fields: { step: id, text: text.trim() } };
  },
  agenda({ scene, closed }, id, text) {
    const was = scene.get("step", id);
    if (was && !closed) return null;
    return { kind: "ChangeStep", fields: { ...reworded(parsed(text), was), step: id }, ...(was ? {} : GONE) };
  },
  poll: ({ closed }, id, text) => (closed ? { kind: "AskRoom", fields: { question: text.trim(), form: "yes_no" } } : null),
  answer({ scene, closed }, id, text) {
    if (!closed && scene.get("poll", id)?.state === "open") return null;
    return { kind: "AnswerPoll", fields: { poll: id, answer: text.trim() } };
  },
};
const GONE = { code: "gone_meanwhile" };
export const PLANNED = ["agenda"]; // what the planner looks after, and no other page
const ROOM = Object.keys(SORTS).filter((sort) => !PLANNED.includes(sort));
export const ANYWHERE = "any"; // in the place of a step: what can be written in each of them

// [{name of the draft, kind, fields, code: why}, ...]. moved: the room has just gone to another step.
// sorts: those that this page looks after.
export function leftBehind({ scene, drafts, as, you }, moved = false, sorts = ROOM) {
  const workshop = scene.one("workshop");
  if (!workshop) return [];
  const closed = workshop.state === "closed";
  const here = { scene, drafts, as, me: you.value.id, step: currentStep(scene), closed, moved };
  return drafts.names().flatMap((name) => {
    const [sort, id = ""] = name.split(" ");
    const left = sorts.includes(sort) && SORTS[sort](here, id, drafts.get(name));
    return left ? [{ name, code: "left_behind", ...left, ...(closed && { code: "closed_meanwhile" }) }] : [];
  });
}

function isShut(step) {
  return /open|done/.test(step.state) && !takesNotes(step);
}

// A phone that marks has no room for rows; whoever came after the marking began still sees the table.
function takesRows({ scene, as, me, step, closed }, id) {
  if (closed || step?.id !== id) return false;
  const scoring = as === "facilitator" ? undefined : scoringOf(scene, step);
  return !scoring || (scoring.state === "open" && !cardOf(scene, scoring, me));
}

// What is new goes on while the room is in its step; a change, while the room stays where it was begun.
function newOrChanged({ scene, step, closed, moved }, id, typed, { record, add, change }) {
  if (id === ANYWHERE) return closed ? { kind: add, fields: { ...typed, step: step?.id ?? "" } } : null;
  if (scene.get("step", id)) return !closed && step?.id === id ? null : { kind: add, fields: { ...typed, step: id } };
  const was = scene.get(record, id);
  if (!was) return { kind: add, fields: { ...typed, step: "" }, ...GONE };
  return closed || moved ? { kind: change, fields: { ...differing(typed, was), [record]: id } } : null;
}

// The words of a step that were changed, without its choices.
function reworded({ setup = {}, ...typed }, was = {}) {
  const parts = Object.entries(setup).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(was.setup?.[name]));
  const words = ["title", "prompt", "half_time", "script"].filter((name) => name in typed).map((name) => [name, typed[name]]);
  const before = { ...was, script: (was.script ?? []).join("\n") };
  return { ...differing(Object.fromEntries(words), before), setup: Object.fromEntries(parts) };
}

function differing(typed, was) {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text.trim() !== (was[name] ?? "")));
}
