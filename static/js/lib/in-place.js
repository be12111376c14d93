// What was refused and is told where it was written: its form opens again with every word, so it is not offered elsewhere.
import { useLayoutEffect, useRef } from "./html.js";

// The refusals of one kind that are answered here, for as long as this is on the screen. answers(fields): which of them.
export function useRefused(room, kind, answers = () => true) {
  const now = useRef(answers);
  now.current = answers;
  useLayoutEffect(() => {
    const here = { kind, answers: (fields) => now.current(fields) };
    room.answering.value = [...room.answering.peek(), here];
    return () => void (room.answering.value = room.answering.peek().filter((other) => other !== here));
  }, []);
  return room.refusals.value.filter(({ entry }) => entry.kind === kind && answers(entry.fields));
}

export function isToldInPlace(room, { entry }) {
  return room.answering.value.some(({ kind, answers }) => kind === entry.kind && answers(entry.fields));
}
