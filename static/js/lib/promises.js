// What an action still lacks before the room can go home: one name, and a day that has not passed.
import { serverNow } from "./clock.js";

// A day is over when it is over here.
export function isOver(day) {
  return Boolean(day) && day < today();
}

export function today() {
  const now = new Date(serverNow());
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function isOpen(action) {
  return !action.who || !action.due || isOver(action.due);
}

function two(number) {
  return String(number).padStart(2, "0");
}
