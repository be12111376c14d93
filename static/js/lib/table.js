// The rows of a table, what each is called, and what the room keeps and drops of what it compares.
import { titleOf } from "./ballot.js";
import { _ } from "./words.js";

// In the order of writing; doing nothing stands last.
export function rowsOf(scene, step) {
  const rows = scene.all("row").filter((row) => row.step === step.id);
  return rows.sort((a, b) => Number(a.nothing) - Number(b.nothing) || a.place - b.place || (a.id < b.id ? -1 : 1));
}

export function fieldsOf(step) {
  return step.setup?.fields ?? [];
}

// The first field names the row; where a note was held back, the row that was called after it has no name.
export function rowName(step, row) {
  const told = fieldsOf(step).map(({ id }) => row.cells[id]).find(Boolean);
  return told ?? Object.values(row.cells)[0] ?? (row.nothing ? _("Doing nothing") : titleOf({ title: "" }));
}

// What was scored, also where it is the row for doing nothing without words of its own.
export function itemName(scene, item) {
  const row = scene.get("row", item.item);
  return !item.title && row?.nothing ? rowName(scene.get("step", row.step) ?? {}, row) : titleOf(item);
}

// What speaks for and against a row, as far as this page may read it.
export function sidesOf(scene, row, type) {
  const notes = scene.all("note").filter((note) => note.about === row && note.type === type);
  return notes.sort((a, b) => a.place - b.place);
}

// What was written of rows that are gone.
export function strayNotes(scene, step) {
  return scene.all("note").filter((note) => note.step === step.id && note.about && !scene.get("row", note.about));
}

// Whether an item is kept or dropped in a step, and why. What waits in the outbox counts at once.
export function choiceOn(scene, step, item) {
  const wish = scene.get("chosen", `${step.id}/${item}`);
  return wish ?? choicesOf(scene, step).find((choice) => choice.item === item) ?? { choice: "", reason: "" };
}

export function choicesOf(scene, step) {
  return scene.all("choice").filter((choice) => choice.step === step.id);
}

// What an earlier step has dropped; of two that speak of one thing the later one decides.
export function droppedBefore(scene, step) {
  const chain = [];
  for (let at = scene.get("step", step.source); at && !chain.includes(at); at = scene.get("step", at.source)) chain.unshift(at);
  const last = new Map(chain.flatMap((each) => choicesOf(scene, each)).map(({ item, choice }) => [item, choice]));
  return new Set([...last].filter(([, choice]) => choice === "drop").map(([item]) => item));
}

// [{item, score, value, effort, quadrant, rank, tied, apart}, ...] of a closed scoring, the best first.
export function weighedOf(scene, scoring) {
  return scene.get("weighing", scoring.id)?.items ?? [];
}

export function quadrantWord(quadrant) {
  return { first: _("Do first"), explore: _("Explore over time"), small: _("Small quick gain"), drop: _("Leave it") }[quadrant] ?? "";
}
