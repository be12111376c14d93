// What an action still lacks before the room can go home: one name, and a day that has not passed.
import { serverNow } from "./clock.js";
import { _ } from "./words.js";

// A day is over when it is over here.
export function isOver(day) {
  return Boolean(day) && day < today();
}

export function today() {
  const now = new Date(serverNow());
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// A decision that names no day was made today, here: the server knows the day in UTC alone.
export function dated(decision) {
  return { ...decision, decided_on: decision.decided_on || today() };
}

export function isOpen(action) {
  return !isSettled(action) && (!action.who || !action.due || isOver(action.due));
}

export const STATES = ["todo", "doing", "done", "dropped"];

export function stateWord(status) {
  return { todo: _("To do"), doing: _("Under way"), done: _("Done"), dropped: _("Dropped") }[status];
}

// Nothing is waited for any more.
export function isSettled({ status }) {
  return status === "done" || status === "dropped";
}

function two(number) {
  return String(number).padStart(2, "0");
}
