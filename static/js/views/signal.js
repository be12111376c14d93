// What the time says in words, once each: half time, two minutes, the end.
import { useEffect } from "../lib/html.js";
import { sayOfOthers } from "../lib/announce.js";
import { secondsLeft } from "../lib/clock.js";
import { currentStep } from "../lib/steps.js";
import { timeSignal } from "../lib/time-signal.js";
import { _, ngettext } from "../lib/words.js";

// kept: the running step has a time, so a line may come; said: that line, or "".
export function useSignal({ scene }) {
  const step = currentStep(scene);
  const timer = scene.one("timer");
  const left = secondsLeft(timer);
  const said = step ? sentence(timeSignal(step, timer, left), step) : "";
  useEffect(() => {
    if (said) sayOfOthers("time", said);
  }, [said]);
  return { kept: timer?.state === "running", said };
}

// In a break nobody has a sentence to finish; its own words say that it is over.
function sentence(signal, step) {
  if (signal === "end" && step.phase === "break") return "";
  return {
    half: step.half_time,
    two: ngettext("%(n)s minute left.", "%(n)s minutes left.", 2),
    end: _("Time is up. Finish your sentence."),
  }[signal] ?? "";
}
