// Columns and trays: where in a step a note lies, read from the records.
import { inOrder, shownHere, sources } from "./steps.js";

export function columnsOf(step) {
  return step?.setup?.columns ?? [];
}

// The type that a note in this column is of, where the column asks for one that the step takes.
export function typeIn(step, column) {
  const asked = columnsOf(step).find(({ id }) => id === column)?.type;
  return step.types.includes(asked) ? asked : "";
}

// Whether everyone may move what lies here, or its writer and a facilitator alone.
export function sortsForAll(step) {
  return columnsOf(step).length > 0 && (step.phase === "frame" || step.phase === "integrate");
}

// The types whose notes lie apart here: those of the step, and of the steps that it works on.
function traysOf(scene, step) {
  const here = [...sources(scene, step)].map((id) => scene.get("step", id)?.setup?.trays ?? []);
  return [...new Set(here.flat())];
}

// What lies apart, by type in the order of the trays, and what is left: [trays, rest].
export function apart(scene, step, notes) {
  const trays = traysOf(scene, step).map((type) => ({ id: `tray ${type}`, type, notes: notes.filter((note) => note.type === type) }));
  const rest = notes.filter(({ type }) => !trays.some((tray) => tray.type === type));
  return [trays.filter((tray) => tray.notes.length), rest];
}

export const isTray = ({ id }) => id.startsWith("tray ");

// The notes by column, also the empty ones; last, under no name, what lies in none of these columns.
export function byColumn(step, notes) {
  const known = columnsOf(step);
  const inside = (id) => notes.filter((note) => (known.some((column) => column.id === note.column) ? note.column : "") === id);
  const found = known.map((column) => ({ id: `column ${column.id}`, column: column.id, title: column.title, hint: column.hint ?? "", type: column.type, notes: inside(column.id) }));
  const rest = inside("");
  return rest.length ? [...found, { id: "column", column: "", title: "", notes: rest }] : found;
}

// Shown notes as groups: the columns or the wall, and what lies apart.
export function laidOut(scene, step, notes) {
  const [trays, rest] = apart(scene, step, notes);
  return [...(columnsOf(step).length ? byColumn(step, rest) : [{ id: "shown", notes: rest }]), ...trays];
}

// The steps whose notes stand by in this one: what came of them is meant to hold from there on.
export function pinnedSteps(scene, now) {
  const here = now ? sources(scene, now) : new Set();
  return inOrder(scene).filter((step) => step.setup?.pinned && step.state !== "planned" && !here.has(step.id) && shownHere(scene, step).length);
}
