// The question that the room is asked, if there is one: open, or closed while this page looked on.
import { useRef } from "../lib/html.js";

export function usePoll({ scene }, step) {
  const seen = useRef({});
  const poll = scene.all("poll").at(-1);
  const here = step?.id ?? "";
  if (poll?.state === "open") seen.current = { poll: poll.id, step: here };
  else if (seen.current.step !== here) seen.current = {};
  const isHere = poll && seen.current.poll === poll.id && seen.current.step === here;
  return isHere && !isLit(scene, poll) && scene.one("workshop").state !== "closed" ? poll : undefined;
}

// In the spotlight its answers are on the screen already.
function isLit(scene, { id }) {
  return scene.one("spotlight")?.item === id;
}
