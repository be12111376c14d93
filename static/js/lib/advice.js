// What a facilitator may do about what the counts say. One sentence at a time, and often none: never an alarm.
import { hiddenStep } from "./steps.js";
import { _, ngettext } from "./words.js";

export function adviceOn(scene, step, { joined = 0, writers = 0, done = 0, more = 0, spread = [] }) {
  if (joined && done >= joined) return _("Everyone is done. You can go on.");
  if (more) return ngettext("%(n)s person needs more time. Add a minute, or say when you go on.", "%(n)s people need more time. Add a minute, or say when you go on.", more);
  const missing = joined - writers;
  if (hiddenStep(scene, step)?.id === step.id && writers && missing > 0 && missing <= joined / 3) {
    return ngettext("Wait a little. %(n)s person has not written. Give them a minute before you reveal.", "Wait a little. %(n)s people have not written. Give them a minute before you reveal.", missing);
  }
  const [none, , , many] = spread;
  if (many && none >= joined / 3) return _("Some write a lot and some nothing. Ask for one thought from each.");
  return "";
}
