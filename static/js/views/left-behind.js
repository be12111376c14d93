// The room moved on while someone was writing: the unfinished text is offered, like one that came too late.
import { useEffect, useRef } from "../lib/html.js";

export function useLeftBehind(room, step) {
  const before = useRef(step);
  useEffect(() => {
    const left = before.current;
    before.current = step;
    const text = left && left.id !== step?.id ? room.drafts.get(`note ${left.id}`).trim() : "";
    if (!text) return;
    room.drafts.set(`note ${left.id}`, "");
    const fields = { text, type: room.drafts.get(`type ${left.id}`) };
    room.offer({ entry: { op: `left ${left.id}`, kind: "AddNote", fields }, error: { code: "left_behind" } });
  }, [step?.id]);
}
