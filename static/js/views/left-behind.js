// A text that was begun where nothing is taken any more is offered, like one that came too late.
import { computed, useEffect, useMemo } from "../lib/html.js";
import { inOrder, takesNotes } from "../lib/steps.js";

export function useLeftBehind(room) {
  const shut = useMemo(() => computed(() => shutSteps(room.scene).join(" ")), []).value;
  useEffect(() => {
    for (const id of shut ? shut.split(" ") : []) leave(room, id);
  }, [shut]);
}

function shutSteps(scene) {
  const closed = scene.one("workshop")?.state === "closed";
  const isShut = (step) => closed || (/open|done/.test(step.state) && !takesNotes(step));
  return inOrder(scene).filter(isShut).map(({ id }) => id);
}

function leave(room, id) {
  const text = room.drafts.get(`note ${id}`).trim();
  if (!text) return;
  room.drafts.set(`note ${id}`, "");
  const fields = { step: id, text, type: room.drafts.get(`type ${id}`) };
  room.offer({ entry: { op: room.newId(), kind: "AddNote", fields }, error: { code: "left_behind" } });
}
