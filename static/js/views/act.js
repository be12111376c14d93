// A button that sends one command. It shows at once that it was pressed, and stays busy until the answer;
// while it rests a press does nothing.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";

export function Act({ room, kind, fields = {}, icon, class: look = "button", resting, children, onSent, ...rest }) {
  const wanted = JSON.stringify(fields);
  const busy = room.entries.value.some((entry) => entry.kind === kind && JSON.stringify(entry.fields) === wanted);
  const send = () => {
    if (busy || resting) return;
    room.send(kind, fields);
    onSent?.();
  };
  return html`
    <button type="button" class=${look} aria-busy=${busy ? "true" : undefined} aria-disabled=${resting ? "true" : undefined} onClick=${send} ...${rest}>
      ${icon && html`<${Icon} name=${icon} />`}${children}
    </button>`;
}
