// A text that was begun where nothing is taken any more is offered, like one that came too late.
import { computed, useEffect, useMemo, useRef } from "../lib/html.js";
import { leftBehind } from "../lib/left-behind.js";
import { textOf } from "../lib/refusals.js";

export function useLeftBehind(room, sorts) {
  const names = useMemo(() => computed(() => leftBehind(room, false, sorts).map(({ name }) => name).join("\n")), []).value;
  const step = room.scene.one("workshop")?.step;
  const before = useRef(step);
  useEffect(() => {
    const moved = Boolean(before.current) && before.current !== step;
    before.current = step;
    for (const each of leftBehind(room, moved, sorts)) leave(room, each);
  }, [names, step]);
}

function leave(room, { name, kind, fields, code }) {
  room.drafts.set(name, "");
  if (textOf({ kind, fields })) room.offer({ entry: { op: room.newId(), kind, fields }, error: { code } });
}
