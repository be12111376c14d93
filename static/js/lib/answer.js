// A form that waits for its answer: it closes when what it sent is saved, and stays, with the reason, when it was refused.
import { useEffect, useState } from "./html.js";
import { refusalWords } from "./refusals.js";
import { useWrong } from "./written.js";

// Gives {busy, wrong, fails(sentence), send(kind, fields)}.
export function useAnswer(room, onSaved) {
  const [op, setOp] = useState("");
  const [wrong, fails] = useWrong();
  const busy = room.entries.value.some((entry) => entry.op === op);
  useEffect(() => {
    if (!op || busy) return;
    const refused = room.refusals.peek().find(({ entry }) => entry.op === op);
    setOp("");
    if (!refused) return void onSaved();
    room.forgive(refused);
    fails(refusalWords(refused.error));
  }, [op, busy]);
  const send = (kind, fields) => {
    fails("");
    setOp(room.send(kind, fields) ?? "");
  };
  return { busy, wrong, fails, send };
}
