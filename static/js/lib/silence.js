// A silent step: the room groups without words, and names come when the facilitator says so.
export function isSilent(step) {
  return Boolean(step.setup?.silent) && !step.naming;
}
