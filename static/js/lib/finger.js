// What comes and goes above a list moves the list: it waits until the finger has rested.
import { useEffect, useRef, useState } from "./html.js";

const REST = 1000; // ms after the last touch
let touchedAt = -REST;

for (const name of ["pointerdown", "pointerup"]) {
  addEventListener(name, () => (touchedAt = performance.now()), { capture: true, passive: true });
}

// Gives `drawn`, or what was drawn for the key before as long as the finger is busy.
export function useRested(key, drawn) {
  const last = useRef({ key, drawn });
  const [, drawAgain] = useState(0);
  const wait = last.current.key === key ? 0 : touchedAt + REST - performance.now();
  if (wait <= 0) last.current = { key, drawn };
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => drawAgain((n) => n + 1), wait);
    return () => clearTimeout(timer);
  });
  return last.current.drawn;
}
