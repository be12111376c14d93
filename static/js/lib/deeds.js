// What was done, in words: “started a step: Vote”. The name of who did it comes before.
import { headline } from "./forms.js";
import { placedTitle } from "./kinds.js";
import { inOrder } from "./steps.js";
import { _ } from "./words.js";

const SAID = {
  ChangeWorkshop: () => _("changed the workshop's settings"),
  BlankBoard: () => _("darkened or lit the board"),
  Spotlight: () => _("lit the spotlight"),
  EndSpotlight: () => _("put out the spotlight"),
  TakeLead: () => _("took the lead"),
  HandOver: () => _("handed over the lead"),
  ShareLead: () => _("shared the lead"),
  LowerHand: () => _("took a hand down"),
  ShareResults: () => _("changed who can read the results"),
  LinkResults: () => _("changed the link to the results"),
  CloseWorkshop: () => _("closed the workshop"),
  ChangeName: () => _("changed their name"),
  AddSeat: () => _("added a seat"),
  NameSeat: () => _("named a seat"),
  RemoveParticipant: () => _("showed someone out"),
  ReadmitParticipant: () => _("let someone in again"),
  CloseDoor: () => _("opened or closed the door"),
  RotateCode: () => _("made a new code"),
  StartStep: () => _("went to a step"),
  FinishStep: () => _("finished a step"),
  AddStep: () => _("added a step"),
  RemoveStep: () => _("removed a step"),
  ChangeStep: () => _("changed a step"),
  MoveStep: () => _("moved a step"),
  LockStep: () => _("changed a lock"),
  CollectNotes: () => _("opened a step for early notes"),
  StartCycle: () => _("planned a new cycle"),
  StartTimer: () => _("started the time"),
  PauseTimer: () => _("paused the time"),
  ExtendTimer: () => _("gave more time"),
  BringIn: () => _("brought in notes"),
  AddNote: () => _("wrote a note"),
  ChangeNote: () => _("changed a note"),
  RemoveNote: () => _("removed a note"),
  HideNote: () => _("hid a note"),
  ReturnNote: () => _("returned a note to its writer"),
  ShowNote: () => _("let a note be shown again"),
  RevealNotes: () => _("revealed the notes"),
  SealStep: () => _("sealed a step"),
  SetAside: () => _("parked a note"),
  SettleParked: () => _("said what becomes of a parked thought"),
  FormGroups: () => _("formed groups"),
  JoinGroup: () => _("went to a group"),
  PlaceInGroup: () => _("placed someone in a group"),
  ReportNote: () => _("chose what a group tells"),
  AddCluster: () => _("made a cluster"),
  NameCluster: () => _("named a cluster"),
  RemoveCluster: () => _("dissolved a cluster"),
  MoveNotes: () => _("moved several notes"),
  MergeClusters: () => _("put two clusters together"),
  SplitCluster: () => _("parted a cluster"),
  CopyNote: () => _("copied a note"),
  EndSilence: () => _("ended the silence"),
  MoveNote: () => _("moved a note"),
  SortNote: () => _("moved a note"),
  AddRow: () => _("wrote a row"),
  ChangeRow: () => _("changed a row"),
  RemoveRow: () => _("removed a row"),
  ChooseItem: () => _("chose what to keep"),
  PlanVote: () => _("planned a vote"),
  UnplanVote: () => _("took the plan of a vote back"),
  OpenVote: () => _("opened a vote"),
  AdmitVoter: () => _("let someone into the vote"),
  CloseVote: () => _("closed the vote"),
  TellResult: () => _("showed more of the result"),
  BreakTie: () => _("broke a tie"),
  PickWildCard: () => _("picked a wild card"),
  OpenScoring: () => _("opened a scoring"),
  PlaceItem: () => _("placed something on the matrix"),
  AdmitScorer: () => _("let someone into the scoring"),
  CloseScoring: () => _("closed the scoring"),
  AddAction: () => _("wrote an action"),
  ChangeAction: () => _("changed an action"),
  TakeAction: () => _("changed who does an action"),
  RemoveAction: () => _("removed an action"),
  AddDecision: () => _("wrote a decision"),
  ChangeDecision: () => _("changed a decision"),
  RemoveDecision: () => _("removed a decision"),
  SaveSheet: () => _("wrote a version"),
  ContinueFrom: () => _("continued from an earlier workshop"),
  AskRoom: () => _("asked the room"),
  ClosePoll: () => _("closed the question to the room"),
};
const KINDS = ["step", "note", "cluster", "row", "action", "decision", "poll", "scoring", "sheet", "continued", "parked"];

export function deedWords(scene, { did, about }) {
  if (did === "Undo") return undoneWords(scene, about);
  const done = SAID[did]?.() ?? _("changed something");
  const what = thing(scene, about);
  return what ? `${done}: ${what}` : done;
}

function undoneWords(scene, about) {
  const other = scene.get("deed", about);
  return other ? _("undid this: %(words)s", { words: deedWords(scene, other) }) : _("undid something");
}

// The thing it was done to, if it is still there and has a name. What is held back is not repeated here.
function thing(scene, about) {
  const found = about && KINDS.map((kind) => scene.get(kind, about)).find(Boolean);
  if (found?.kind === "step") return placedTitle(found, inOrder(scene));
  return found && !found.held ? (found.title ?? found.text ?? found.what ?? found.question ?? (found.values ? headline(found) : Object.values(found.cells ?? {})[0] ?? "")) : "";
}

// The newest thing done by a facilitator that can still be taken back. An undo is not undone by this button.
export function lastUndoable(scene) {
  return scene.all("deed").filter(isUndoable).filter(({ did }) => did !== "Undo").at(-1);
}

export function isUndoable({ role, undone, final }) {
  return role === "facilitator" && !undone && !final;
}
