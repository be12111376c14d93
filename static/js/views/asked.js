// The question that the room is asked, if there is one: open, or closed while this page looked on.
import { useRef } from "../lib/html.js";

export function usePoll({ scene }, step) {
  const seen = useRef({});
  const poll = scene.all("poll").at(-1);
  const here = step?.id ?? "";
  if (poll?.state === "open") seen.current = { poll: poll.id, step: here };
  return poll && seen.current.poll === poll.id && seen.current.step === here ? poll : undefined;
}
