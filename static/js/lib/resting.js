// Who presses twice means one step: where one's own press has just brought the room, the next press waits.
import { useLayoutEffect, useState } from "./html.js";

const REST = 1000; // ms
let left = null; // the step that one's own press leaves, "" for the lobby

export function leaving(step) {
  left = step;
}

export function useRest(step) {
  const [resting, setResting] = useState(false);
  useLayoutEffect(() => {
    const own = left !== null && left !== step;
    setResting(own);
    if (!own) return undefined;
    left = null;
    const timer = setTimeout(() => setResting(false), REST);
    return () => clearTimeout(timer);
  }, [step]);
  return resting;
}
