// Two minutes and the end are told on the console, and sound where this device was told to. It draws nothing:
// four times a second it looks at the time, and the rest of the page should not.
import { secondsLeft } from "../lib/clock.js";
import { useSound } from "../lib/sound.js";
import { timeSignal } from "../lib/time-signal.js";
import { useSignal } from "./signal.js";

export function TimeTold({ room, step }) {
  const timer = room.scene.one("timer");
  useSignal(room);
  useSound(timeSignal(step, timer, secondsLeft(timer)));
  return null;
}
