// Rule S12: an old page takes the new build once, when nobody is in the middle of anything and what waits is on its shelf.
import { whenUnused } from "../lib/in-use.js";

const LOOK = 1000; // ms

// outbox: {entries, lasting}, two signals.
export function renewOnce(serverBuild, ownBuild, outbox) {
  if (!serverBuild || !ownBuild || serverBuild === ownBuild) return;
  const mark = `rytme reloaded for ${serverBuild}`;
  const renew = () => whenUnused(() => (isSafe(outbox) ? marked(mark) && location.reload() : setTimeout(renew, LOOK)));
  renew();
}

function isSafe({ entries, lasting }) {
  return entries.peek().length === 0 || lasting.peek();
}

// A device that cannot remember it would reload for ever.
function marked(mark) {
  try {
    if (sessionStorage.getItem(mark)) return false;
    sessionStorage.setItem(mark, "yes");
    return true;
  } catch {
    return false;
  }
}
