// What is being typed into a form: kept until it is sent, over a reload, and also where it was refused.
import { useEffect, useRef, useState } from "./html.js";

// draft: the name that it is kept under. refused: {entry, error} of the last try, which keeps what is changed in it.
// into: the fields of the command that the typed ones make.
export function useTyped(room, draft, begin, { refused, into = (typed) => typed } = {}) {
  const [typed, setTyped] = useState(() => ({ ...begin, ...(refused ? {} : parsed(room.drafts.get(draft))) }));
  const now = useRef(typed);
  now.current = typed;
  const put = (more) => {
    const next = (now.current = { ...now.current, ...more }); // one press may put twice
    setTyped(next);
    if (refused) room.amend(refused, into(next));
    else room.drafts.set(draft, JSON.stringify(next));
  };
  const letGo = () => {
    if (refused) room.forgive(refused);
    else room.drafts.set(draft, "");
    setTyped(begin);
  };
  return { typed, put, letGo };
}

// What no draft keeps: if the room goes on under the hand, it is offered. entry: {kind, fields} as it stands, or nothing to
// keep. Gives what is called when it was sent or let go by hand.
export function useUnsent(room, entry) {
  const now = useRef(entry);
  now.current = entry;
  const done = useRef(false);
  useEffect(() => () => {
    if (!done.current && now.current) room.offer({ entry: { op: room.newId(), ...now.current }, error: { code: "left_behind" } });
  }, []);
  return () => void (done.current = true);
}

export function parsed(text) {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return {};
  }
}

// What comes back may not take the focus from what is being typed.
export function isTyping() {
  return Boolean(document.activeElement?.matches("input, textarea, select"));
}
