// Which steps beside the room's own concern this phone: they still take notes, or hold a text that came too late.
import { computed, useMemo } from "../lib/html.js";
import { inOrder, isOver, takesNotes } from "../lib/steps.js";

export function useStillOpen({ scene, drafts, draftsLaid }, task) {
  const concerns = (step) => {
    if (step.id === task?.id || scene.one("workshop")?.state === "closed") return false;
    draftsLaid.value; // subscribes
    const begun = () => Boolean(drafts.get(`note ${step.id}`));
    if (takesNotes(step)) return !step.locks.includes("writing") || begun();
    return step.state === "early" && isOver(step) && begun();
  };
  const ids = useMemo(() => computed(() => inOrder(scene).filter(concerns).map(({ id }) => id).join(" ")), [task?.id]);
  return ids.value ? ids.value.split(" ").map((id) => scene.get("step", id)) : [];
}
