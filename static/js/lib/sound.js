// A soft tone, only where it was switched on; this device remembers.
import { useEffect, useRef } from "./html.js";
import { recall, remember } from "./keep.js";

const KEY = "rytme soft sound";
const [TONE, LENGTH, LOUD] = [528, 0.9, 0.12]; // Hz, seconds, part of full
let context = null;

export const isSounding = () => recall(KEY) === "on";

// Switching it on sounds once, so that it is heard what will come; browsers also want a press first.
export function setSounding(on) {
  remember(KEY, on ? "on" : "off");
  if (on) sound();
}

function sound() {
  if (!isSounding() || !globalThis.AudioContext) return;
  context ??= new AudioContext();
  context.resume().then(tone, () => {});
}

function tone() {
  const [swing, gain, now] = [context.createOscillator(), context.createGain(), context.currentTime];
  swing.frequency.value = TONE;
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(LOUD, now + 0.08);
  gain.gain.exponentialRampToValueAtTime(0.0001, now + LENGTH);
  swing.connect(gain).connect(context.destination);
  swing.start(now);
  swing.stop(now + LENGTH);
}

// Two minutes and the end sound as they come; a page that opens after them stays silent.
export function useSound(signal) {
  const before = useRef(signal);
  useEffect(() => {
    const is = signal === "two" || signal === "end";
    if (is && signal !== before.current) sound();
    before.current = signal;
  }, [signal]);
}
