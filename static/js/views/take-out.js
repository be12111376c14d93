// Who parked a thought takes it back, for as long as the workshop is open.
import { html } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export function TakeOut({ room, thought, onSent }) {
  if (!room.scene.get("authorship", thought.id) || room.scene.one("workshop").state === "closed") return null;
  const said = () => {
    say(_("Taken back."));
    onSent?.();
  };
  return html`
    <${Act} room=${room} kind="RemoveParked" fields=${{ parked: thought.id }} icon="undo-2" class="button button--small"
      aria-label=${_("Take it back: “%(text)s”", { text: thought.text })} onSent=${said}>${_("Take it back")}<//>`;
}
