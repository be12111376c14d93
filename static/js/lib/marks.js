// The moments of the shared time that are told: once each when it passes them, not when a page opens after.
import { useEffect, useRef } from "./html.js";

export const MARKS = [120, 0]; // seconds left

export function useMarks(timer, left, passed) {
  const last = useRef(null);
  useEffect(() => {
    const before = last.current;
    last.current = timer?.state === "running" ? left : null;
    if (before === null || last.current === null) return;
    const mark = MARKS.find((each) => before > each && left <= each);
    if (mark !== undefined) passed(mark);
  });
}
