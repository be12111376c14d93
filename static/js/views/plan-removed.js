// A step that was taken away can be put back, with those that worked on its notes.
import { html, useEffect, useRef } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function PlanRemoved({ room, step, onGone }) {
  const button = useRef(null);
  const told = _("“%(title)s” is removed.", { title: step.title });
  // The row that had the focus is gone.
  useEffect(() => {
    say(told);
    button.current.focus();
  }, []);
  const deed = room.scene.all("deed").find(({ did, about, undone }) => did === "RemoveStep" && about === step.id && !undone);
  const undo = () => {
    if (!deed) return;
    room.send("Undo", { deed: deed.id });
    say(_("It is back."));
    onGone();
  };
  return html`
    <div class="plan-removed"><p>${told}</p>
      <button type="button" class="button button--small" ref=${button} aria-busy=${deed ? undefined : "true"} onClick=${undo}><${Icon} name="undo-2" />${_("Undo")}</button>
      <button type="button" class="button button--square button--quiet" aria-label=${_("Close the message")} onClick=${onGone}><${Icon} name="x" /></button></div>`;
}
