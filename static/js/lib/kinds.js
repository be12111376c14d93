// The words for phases and types of notes. Look-ups happen at call time, when the catalogue is there.
import { _ } from "./words.js";

export function phaseName(phase) {
  return { open: _("Open"), integrate: _("Integrate"), close: _("Close") }[phase];
}

export const PHASES = ["frame", "open", "integrate", "close", "break"];

// A phase to choose, outside any agenda.
export function phaseTitle(phase) {
  return { frame: _("Around the work"), break: _("Break") }[phase] ?? phaseName(phase);
}

// The word for where the room is in its agenda; outside the phases the place of the step gives it.
export function phaseWord(step, steps) {
  if (!step) return _("Welcome");
  if (step.phase === "break") return _("Break");
  return phaseName(step.phase) ?? besideWord(step, steps);
}

function besideWord(step, steps) {
  const working = steps.filter(({ phase }) => phaseName(phase)).map(({ place }) => place);
  if (!working.length || step.place < Math.min(...working)) return _("Check-in");
  return step.place > Math.max(...working) ? _("Check-out") : _("Break");
}

// Which cycle of open, integrate and close this step is in, where there are several.
export function cycleWord(step, steps) {
  const several = steps.some(({ cycle }) => cycle > 1);
  return several && phaseName(step?.phase) ? _("Cycle %(n)s", { n: step.cycle }) : "";
}

// What a whole cycle is called: its number, and the question that it asks since the second.
export function cycleTitle({ number, question }) {
  const word = _("Cycle %(n)s", { n: number });
  return question ? `${word}: ${question}` : word;
}

// A step's title, told apart from that of the same step in another cycle.
export function placedTitle(step, steps) {
  return [cycleWord(step, steps), step.title].filter(Boolean).join(" · ");
}

// How a writer knows what a note says.
export const EVIDENCE = ["assumed", "seen", "heard"];

export function evidenceWord(evidence) {
  return { assumed: _("Assumed"), seen: _("Seen"), heard: _("Heard") }[evidence] ?? "";
}

// What stands over the notes of a type that lie apart.
export function trayWord(type) {
  return { unknown: _("We don't know yet"), solution: _("Early solutions") }[type] ?? typeWord(type);
}

export function typeWord(type) {
  const words = {
    idea: _("Idea"), need: _("Need"), problem: _("Problem"), question: _("Question"),
    learning: _("Learning"), unknown: _("Don't know"), expectation: _("Expectation"), reservation: _("Reservation"),
    solution: _("Early solution"), agreement: _("Agreement"),
    pro: _("For"), con: _("Against"),
  };
  return words[type] ?? type;
}
