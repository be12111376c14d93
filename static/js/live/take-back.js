// One's own last change, and how it is taken back: by the deed that the server keeps of it, or, where it
// is secret or has not been saved yet, by the command that does the opposite.
import { signal } from "../lib/html.js";
import { dotsOn } from "../lib/ballot.js";

const change = ({ text, type, column, evidence, role }) => ({ text, type, column, evidence, role });
const cellsBefore = (given, before) => Object.fromEntries(Object.keys(given).map((field) => [field, before[field] ?? ""]));
const rest = ({ what, who, due, first_step }) => ({ what, who, due, first_step });

// kind -> (fields, {note, cluster, action, row, parked: as it was before, dots, newId}) -> the opposite command.
// What has no opposite of its own waits for its deed.
const OPPOSITES = {
  AddNote: (f) => ["RemoveNote", { note: f.id }],
  ChangeNote: (f, { note }) => ["ChangeNote", { note: f.note, ...change(note) }],
  RemoveNote: (f, { note, newId }) => ["AddNote", { id: newId(), step: note.step, ...change(note), parent: note.parent, about: note.about }],
  MoveNote: (f, { note }) => ["MoveNote", { step: f.step, note: f.note, cluster: note.cluster }],
  SortNote: (f, { note }) => ["SortNote", { step: f.step, note: f.note, column: note.column }],
  NameCluster: (f, { cluster }) => ["NameCluster", { cluster: f.cluster, title: cluster.title }],
  ChangeAction: (f, { action }) => ["ChangeAction", { action: f.action, ...rest(action) }],
  TakeAction: (f, { action }) => ["TakeAction", { action: f.action, taken: !f.taken, who: action.who }],
  AddRow: (f) => ["RemoveRow", { row: f.id }],
  ChangeRow: (f, { row }) => ["ChangeRow", { row: f.row, cells: cellsBefore(f.cells, row.cells) }],
  RemoveRow: (f, { row, newId }) => ["AddRow", { id: newId(), step: row.step, cells: row.cells, about: row.about }],
  ParkNote: (f) => ["RemoveParked", { parked: f.id }],
  RemoveParked: (f, { parked, newId }) => ["ParkNote", { id: newId(), text: parked.text }],
  CastVote: (f, { dots }) => ["CastVote", { ...f, dots }],
  AddCluster: () => null,
  RemoveCluster: () => null,
  MoveNotes: () => null,
  MergeClusters: () => null,
  SplitCluster: () => null,
  CopyNote: () => null,
  AddAction: () => null,
  SaveSheet: () => null,
};

// The same room, whose `last` is {op, kind, fields, text} of one's own last change, or null.
export function withTakeBack(room) {
  const last = signal(null);
  const send = (kind, fields = {}) => {
    const before = OPPOSITES[kind] && asItIs(room, fields);
    const op = room.send(kind, fields);
    if (op && before) last.value = { op, kind, fields, before, step: room.scene.one("workshop")?.step, text: fields.text ?? before.note?.text ?? "" };
    return op;
  };
  return { ...room, send, last, takeBack: () => takeBack(room, last) };
}

function asItIs({ scene, newId }, { note, cluster, action, row, parked, round, item, criterion }) {
  const dots = round && item ? dotsOn(scene, scene.get("round", round), item, criterion) : 0;
  return { note: scene.get("note", note), cluster: scene.get("cluster", cluster), action: scene.get("action", action), row: scene.get("row", row), parked: scene.get("parked", parked), dots, newId };
}

// The command that takes it back just now, or null: [kind, fields].
export function wayBack({ scene, entries, refusals }, last) {
  const workshop = scene.one("workshop");
  if (!last || workshop?.state === "closed" || last.step !== workshop?.step) return null;
  if (refusals.value.some(({ entry }) => entry.op === last.op)) return null;
  const waits = entries.value.some(({ op }) => op === last.op);
  const deed = waits ? undefined : deedOf(scene, last);
  return deed ? ["Undo", { deed: deed.id }] : OPPOSITES[last.kind](last.fields, last.before);
}

function deedOf(scene, { kind, fields }) {
  const about = fields.into ?? fields.id ?? fields.note ?? fields.cluster ?? fields.action ?? fields.row ?? fields.parked;
  return scene.all("deed").find((deed) => deed.did === kind && deed.about === about && !deed.undone && !deed.final);
}

function takeBack(room, last) {
  const back = wayBack(room, last.peek());
  last.value = null;
  if (back) room.send(...back);
}
