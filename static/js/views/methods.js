// The methods there are, asked for once: what the picker shows, and the step that each becomes.
import { signal } from "../lib/html.js";

export const methods = signal([]);
export const wrappers = signal([]); // one question through several steps

export async function loadMethods({ workshop, cookie }) {
  const answer = await fetch(`/w/${workshop}/methods.json?as=${cookie}`).catch(() => null);
  if (!answer?.ok) return;
  const known = await answer.json();
  wrappers.value = known.wrappers;
  methods.value = known.methods;
}

export function methodOf(id) {
  return methods.value.find(({ step }) => step.method === id);
}
