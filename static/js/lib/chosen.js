// Several notes chosen, to be moved at once. Only this screen knows of them.
import { say } from "./announce.js";
import { useCallback, useEffect, useMemo, useRef, useState } from "./html.js";
import { ngettext } from "./words.js";

export const chosenWords = (n) => ngettext("%(n)s note chosen", "%(n)s notes chosen", n);

// groups: what is on the wall; what leaves it is no longer chosen.
export function useChosen(groups) {
  const [on, setOn] = useState(false);
  const [ids, setIds] = useState(new Set());
  const now = useRef({ on, ids });
  now.current = { on, ids };
  useEffect(() => {
    const there = new Set(groups.flatMap(({ notes }) => notes.map(({ id }) => id)));
    const left = [...now.current.ids].filter((id) => there.has(id));
    if (left.length < now.current.ids.size) setIds(new Set(left));
  }, [groups]);
  const toggle = useCallback((id) => {
    if (!id) return;
    const more = new Set(now.current.ids);
    if (!more.delete(id)) more.add(id);
    setIds(more);
    setOn(true);
    say(chosenWords(more.size));
  }, []);
  const end = useCallback(() => {
    setOn(false);
    if (now.current.ids.size) setIds(new Set());
  }, []);
  const begin = useCallback(() => setOn(true), []);
  // What goes where this note goes: all that are chosen, if it is one of them.
  const along = useCallback((id) => (now.current.ids.has(id) ? [...now.current.ids] : [id]), []);
  return useMemo(() => ({ on, ids, toggle, begin, end, with: along }), [on, ids]);
}
