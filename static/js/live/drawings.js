// How a command looks before it is saved: what it would put into the records. No rule runs here;
// a wrong drawing lasts until the answer.
import { wishOf } from "../lib/ballot.js";

const LAST = 1e9; // after everything that has a place

const note = ({ id, step, type, text, parent = "", about = "", column, evidence = "", role = "" }, of) => {
  const readers = of?.visibility === "private" && !of.revealed ? "author" : "all";
  return { id, step, type, text, parent, about, column: column || firstColumn(of), evidence, role, name: "", cluster: "", place: LAST, readers };
};
const parked = (fields) => ({ continued: "", note: "", becomes: "", word: "", readers: "all", held: "", reason: "", ...fields });
const firstColumn = (step) => step?.setup?.columns?.[0]?.id ?? "";

const sheet = ({ id, step, values, reason = "", insights = [], before = "" }, of, earlier) => {
  const fields = of?.setup?.fields ?? [];
  const titles = Object.fromEntries(fields.map((field) => [field.id, field.title]));
  const said = Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim()));
  return { id, step, subject: of?.setup?.subject || step, version: (earlier?.version ?? 0) + 1, values: said, titles, reason, insights, before, cycle: 1, at: "", confidence: "", continued: "" };
};

// kind -> (fields, {at, me, look}) -> [[record kind, id, fields or null when it goes], ...]
export const DRAWINGS = {
  AddNote: (f, { look }) => [["note", f.id, note(f, look("step", f.step))], ["authorship", f.id, { id: f.id }]],
  ChangeNote: ({ note: id, ...fields }) => [["note", id, fields]],
  RemoveNote: (f) => [["note", f.note, null]],
  ReportNote: (f) => [["note", f.note, { reported: f.on }]],
  JoinGroup: (f, { me }) => [["participant", me, { group: f.group }]],
  PlaceInGroup: (f) => [["participant", f.participant, { group: f.group }]],
  ParkNote: ({ id, text }) => [["parked", id, parked({ text })], ["authorship", id, { id }]],
  SetAside: (f, { look }) => [["parked", f.id, parked({ text: look("note", f.note)?.text ?? "", note: f.note })]],
  RemoveParked: (f) => [["parked", f.parked, null]],
  SettleParked: (f) => [["parked", f.parked, { becomes: f.becomes, word: f.word ?? "" }]],
  AddCluster: ({ notes = [], title = "", ...f }) => [
    ["cluster", f.id, { ...f, title, place: LAST }],
    ...notes.map((id) => ["note", id, { cluster: f.id }]),
  ],
  NameCluster: (f) => [["cluster", f.cluster, { title: f.title }]],
  MoveNote: (f) => [["note", f.note, { cluster: f.cluster }]],
  MoveNotes: (f) => f.notes.map((id) => ["note", id, { cluster: f.cluster }]),
  SplitCluster: ({ id, step, title = "", notes }) => [
    ["cluster", id, { step, title, place: LAST }],
    ...notes.map((note) => ["note", note, { cluster: id }]),
  ],
  MergeClusters: (f) => [["cluster", f.cluster, { into: f.into }]],
  CopyNote: (f, { look }) => [["note", f.id, { ...look("note", f.note), id: f.id, cluster: f.cluster, copied: f.note, copies: [], moves: 0, place: LAST }]],
  EndSilence: (f) => [["step", f.step, { naming: true }]],
  RemoveCluster: (f) => [["cluster", f.cluster, null]],
  SortNote: (f) => [["note", f.note, { column: f.column }]],
  AddRow: (f) => [["row", f.id, { about: "", nothing: false, name: "", ...f, place: LAST }], ["authorship", f.id, { id: f.id }]],
  ChangeRow: (f, { look }) => [["row", f.row, { cells: { ...look("row", f.row)?.cells, ...f.cells } }]],
  RemoveRow: (f) => [["row", f.row, null]],
  ChooseItem: (f) => [["chosen", `${f.step}/${f.item}`, { choice: f.choice, reason: f.reason ?? "" }]],
  CastVote: (f) => [["wish", wishOf(f), { dots: f.dots }]],
  ChooseVoterGroup: (f) => [["wish", f.round, { group: f.group }]],
  ChooseScorerGroup: (f) => [["wish", f.scoring, { group: f.group }]],
  PlaceItem: (f, { look }) => [["scoring", f.scoring, { results: placed(look("scoring", f.scoring)?.results ?? [], f) }]],
  GiveScore: (f) => [["wish", `${f.scoring}/${f.item}/${f.scale}`, { value: f.value }]],
  AnswerPoll: (f) => [["reply", f.poll, { answer: f.answer }]],
  SetPace: (f, { me }) => [["pace", me, f.pace ? { step: f.step, pace: f.pace } : null]],
  RaiseHand: (f, { me }) => [["hand", me, f.raised ? { participant: me } : null]],
  AddAction: (f) => [["action", f.id, { who: "", due: "", first_step: "", about: "", participant: "", helpers: "", daily: "", continued: "", status: "todo", ...f }]],
  ChangeAction: ({ action, ...fields }) => [["action", action, fields]],
  TakeAction: (f, { me }) => [["action", f.action, { participant: f.taken ? me : "", who: f.taken ? f.who : "" }]],
  RemoveAction: (f) => [["action", f.action, null]],
  AddDecision: (f) => [["decision", f.id, { about: "", round: "", basis: "", alternatives: "", decider: "", decided_on: "", daily: "", ...f }]],
  ChangeDecision: ({ decision, ...fields }) => [["decision", decision, fields]],
  SaveSheet: (f, { look }) => [["sheet", f.id, sheet(f, look("step", f.step), look("sheet", f.before))]],
  RemoveDecision: (f) => [["decision", f.decision, null]],
  ChangeWorkshop: (f, { log }) => [["workshop", log, f]],
  TurnPage: (f, { log }) => [["page", log, f.turns === null ? null : { id: log, turns: f.turns }]],
  BlankBoard: (f, { log }) => [["workshop", log, { board_blank: f.blank }]],
  TakeLead: (f, { log, me }) => [["workshop", log, { lead: me }]],
  HandOver: (f, { log }) => [["workshop", log, { lead: f.participant }]],
  ShareLead: (f, { log }) => [["workshop", log, { lead: "" }]],
  LinkResults: (f, { log }) => [["workshop", log, { results_linked: f.linked, results_until: f.until ?? "" }]],
  ShareResults: (f, { log }) => [["workshop", log, { results_shared: f.shared }]],
  ChangeName: (f, { me }) => [["participant", me, f]],
  AddStep: (f) => [["step", f.id, { cycle: 1, state: "planned", until: "", revealed: false, locks: [], sealed: false, left_out: 0, ...f, place: f.place - 0.5 }]],
  RemoveStep: (f) => [["step", f.step, null]],
  ChangeStep: ({ step, ...fields }) => [["step", step, fields]],
  LockStep: (f, { look }) => [["step", f.step, { locks: locks(look("step", f.step)?.locks ?? [], f) }]],
  FinishStep: (f) => [["step", f.step, { state: "done" }]],
  MoveStep: ({ step, place }, { look }) => [["step", step, { place: between(look("step", step)?.place, place) }]],
  StartTimer: ({ seconds }, { log, at }) => [["timer", log, { state: "running", ends_at: later(at, seconds) }]],
  PauseTimer: (f, { log, at, look }) => [["timer", log, { state: "paused", left: left(look("timer", log), at) }]],
  ExtendTimer: ({ seconds }, { log, look }) => [["timer", log, longer(look("timer", log), seconds)]],
};

function placed(results, { item, scale, value, also = {} }) {
  return [[scale, value], ...Object.entries(also)].reduce((before, [each, mark]) => marked(before, item, each, mark), results);
}

function marked(results, item, scale, value) {
  const rest = results.filter((each) => each.item !== item || each.scale !== scale);
  return value === null ? rest : [...rest, { item, scale, answers: 0, counts: [], median: String(value), q1: "", q3: "", iqr: "", met: "", by_group: [] }];
}

function locks(now, { locked, what }) {
  const all = ["writing", "moving", "voting"];
  return all.filter((each) => (what === "all" || what === each ? locked : now.includes(each)));
}

function between(from, to) {
  return from < to ? to + 0.5 : to - 0.5;
}

function later(at, seconds) {
  return new Date(at + seconds * 1000).toISOString();
}

function left(timer, at) {
  return timer ? Math.max(0, Math.round((Date.parse(timer.ends_at) - at) / 1000)) : 0;
}

function longer(timer, seconds) {
  if (timer?.state === "running") return { ends_at: later(Date.parse(timer.ends_at), seconds) };
  return { left: (timer?.left ?? 0) + seconds };
}
