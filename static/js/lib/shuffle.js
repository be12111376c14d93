// The order of a ballot on this device: random, and the same each time it is drawn, so that no place on the list gains.
import { newId } from "./ids.js";
import { recall, remember } from "./keep.js";

const KEY = "rytme order";

export function shuffled(things, nameOf) {
  const seed = recall(KEY) ?? newId(12);
  remember(KEY, seed);
  return [...things].sort((a, b) => mixed(seed + nameOf(a)) - mixed(seed + nameOf(b)));
}

// FNV-1a, finished so that near names land far apart.
function mixed(text) {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
