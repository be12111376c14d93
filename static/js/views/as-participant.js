// Any step as a phone shows it, before anyone comes and during: a phone-wide frame, and the way through the agenda.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";

// step: the id of the one to begin with.
export function AsParticipant({ room, step, onClose }) {
  const steps = inOrder(room.scene);
  const [id, setId] = useState(step);
  const frame = useRef(null);
  const at = Math.max(0, steps.findIndex((each) => each.id === id));
  const here = steps[at];
  const address = (of) => `/w/${room.workshop}/preview#${of}`;
  const [first] = useState(() => address(here?.id ?? ""));
  useEffect(() => {
    const closed = ({ source, origin, data }) =>
      source === frame.current?.contentWindow && origin === location.origin && data === "rytme preview closed" && onClose();
    addEventListener("message", closed);
    return () => removeEventListener("message", closed);
  }, [onClose]);
  const go = (to) => {
    if (!steps[to]) return;
    setId(steps[to].id);
    // In place of the page's own history, so that the browser's Back still leaves the planner.
    frame.current.contentWindow.location.replace(new URL(address(steps[to].id), location.href));
  };
  if (!here) return null;
  return html`
    <${Dialog} sort="glance" title=${_("As a participant sees it")} onClose=${onClose}>
      <p class="glance-where" aria-live="polite">${_("Step %(n)s of %(all)s: %(title)s", { n: at + 1, all: steps.length, title: here.title })}</p>
      <iframe class="glance-phone" ref=${frame} src=${first} title=${_("“%(title)s” on a phone", { title: here.title })}></iframe>
      <p class="small">${_("This is a preview. Nothing is sent.")}</p>
      <div class="glance-ways">
        <button type="button" class="button" aria-disabled=${at === 0 ? "true" : undefined} onClick=${() => go(at - 1)}><${Icon} name="arrow-left" />${_("Back")}</button>
        <button type="button" class="button" aria-disabled=${at === steps.length - 1 ? "true" : undefined} onClick=${() => go(at + 1)}>${_("Next")}<${Icon} name="arrow-right" /></button>
        <button type="button" class="button button--primary" autofocus onClick=${onClose}>${_("Close the preview")}</button>
      </div>
    <//>`;
}
