// Which of one's own notes and parked thoughts a facilitator has held or given back.
import { computed, useMemo } from "../lib/html.js";

export function useHeld({ scene }) {
  const mine = ({ id, held }) => held && scene.get("authorship", id);
  return useMemo(() => computed(() => [...scene.all("note"), ...scene.all("parked")].filter(mine).map(({ id }) => id).join(" ")), [scene]).value;
}
