// A run of arrow keys over the marks of one thing is one move: it is sent when the keys rest, or when one leaves.
import { useEffect, useRef, useState } from "./html.js";
import { whenLeaving } from "./leaving.js";

const REST = 800; // ms after the last arrow

// Gives {mark: where it stands or is on its way to, give(value), keys: handlers for what holds the marks}.
export function useRun(mark, send) {
  const [going, setGoing] = useState(); // where the arrows have come to
  const run = useRef({ arrow: false, timer: 0 }).current;
  run.send = send;
  const rest = () => {
    clearTimeout(run.timer);
    const { to } = run;
    run.to = undefined;
    setGoing(undefined);
    if (to !== undefined) run.send(to);
  };
  const give = (value) => {
    run.to = value;
    if (!run.arrow) return rest();
    clearTimeout(run.timer);
    run.timer = setTimeout(rest, REST);
    setGoing(value);
  };
  useEffect(() => {
    const stays = whenLeaving(rest);
    return () => {
      stays();
      rest();
    };
  }, []);
  const keys = {
    onKeyDown: ({ key }) => (run.arrow = key.startsWith("Arrow")),
    onKeyUp: () => (run.arrow = false),
    onFocusOut: ({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || rest(),
  };
  return { mark: going ?? mark, give, keys };
}
