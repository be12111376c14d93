// The methods there are, asked for once: what the picker shows, and the step that each becomes.
import { html, signal } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export const methods = signal([]);
export const wrappers = signal([]); // one question through several steps
const away = signal(false); // no answer came

export async function loadMethods({ workshop, cookie }) {
  away.value = false;
  const known = await fetch(`/w/${workshop}/methods.json?as=${cookie}`).then((answer) => answer.ok && answer.json()).catch(() => null);
  if (!known) return void (away.value = true);
  wrappers.value = known.wrappers;
  methods.value = known.methods;
}

export function methodOf(id) {
  return methods.value.find(({ step }) => step.method === id);
}

// Stands where they will, until they have come.
export function NoMethods({ room }) {
  if (!away.value) return html`<p role="status">${_("Opening…")}</p>`;
  return html`
    <p class="field-error" role="alert"><${Icon} name="triangle-alert" />${_("No answer from the server. Try once more when the network is back.")}</p>
    <div class="buttons"><button type="button" class="button" onClick=${() => loadMethods(room)}><${Icon} name="rotate-ccw" />${_("Try again")}</button></div>`;
}
