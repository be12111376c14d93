// What the time says, in words under the head: it comes and goes when no finger is on the way down.
import { useRested } from "../lib/finger.js";
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { useSignal } from "./signal.js";

export function TimeLine({ room }) {
  const { said } = useSignal(room);
  return useRested(said, said ? html`<p class="time-line"><${Icon} name="timer" /><span dir="auto">${said}</span></p>` : null);
}
