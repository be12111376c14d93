// What was refused: why, in words, and every text that someone had typed into it.
import { wordsOf } from "./setup.js";
import { _ } from "./words.js";

// kind -> the fields that people type into, in the order of their form.
const ACTION = ["what", "who", "due", "first_step", "helpers", "daily"];
const DECISION = ["text", "basis", "alternatives", "decider", "decided_on", "daily"];
export const THOUGHTS = {
  AddNote: ["text"], ChangeNote: ["text"], ParkNote: ["text"],
  AddCluster: ["title"], NameCluster: ["title"], SplitCluster: ["title"],
  AddRow: ["cells"], ChangeRow: ["cells"],
  SaveSheet: ["values", "reason"],
  AddAction: ACTION, ChangeAction: ACTION,
  AddDecision: DECISION, ChangeDecision: DECISION,
  AskRoom: ["question"], OpenScoring: ["text"], StartCycle: ["question"],
};
// Said beside an act, or for few: offered to be copied, and not to the room.
export const ASIDES = {
  AnswerPoll: ["answer"],
  ChooseItem: ["reason"], BreakTie: ["reason"], PickWildCard: ["reason"], HideNote: ["reason"], ReturnNote: ["reason"], SettleParked: ["word"],
  ChangeName: ["name"], AddSeat: ["name"], NameSeat: ["name"], TakeAction: ["who"],
  ChangeWorkshop: ["title", "purpose"], AddStep: ["title", "prompt"], ChangeStep: ["title", "prompt", "half_time", "script", "setup"],
};
const DAYS = ["due", "decided_on"]; // chosen, not typed: they tell something beside a text alone
const CHOICE = /^(yes|no|[1-5])$/; // an answer by one tap

export function isThought({ kind }) {
  return kind in THOUGHTS;
}

export function textOf({ kind, fields }) {
  const names = THOUGHTS[kind] ?? ASIDES[kind] ?? [];
  const told = names.flatMap((name) => textsIn(name === "setup" ? wordsOf(fields.setup ?? {}) : fields[name]).map((text) => [name, text]));
  const typed = told.some(([name, text]) => !DAYS.includes(name) && !(kind === "AnswerPoll" && CHOICE.test(text)));
  return typed ? told.map(([, text]) => text).join(" · ") : "";
}

// A text, the lines of a script, or the fields of a row or a form.
function textsIn(value = "") {
  const texts = typeof value === "string" ? [value] : Object.values(value);
  return texts.filter((text) => text.trim());
}

export function refusalWords({ code, message }) {
  if (message) return message;
  return {
    too_large: _("That is more than can be sent at once. Make it shorter."),
    outbox_full: _("Too much is waiting for the network. Wait until it is back."),
    left_behind: _("The room moved on while you were writing."),
    gone_meanwhile: _("What you were writing about is gone. Here is your text."),
    closed_meanwhile: _("The workshop was closed while you were writing."),
    cut_twice: _("This could not be sent. Here is the text again."),
  }[code] ?? _("That was not saved.");
}
