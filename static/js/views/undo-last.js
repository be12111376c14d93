// One Undo in the head. It names what it would take back.
import { html } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { deedWords, lastUndoable } from "../lib/deeds.js";
import { hint } from "../lib/text.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

const LONGEST = 44; // signs, two short lines

export function UndoLast({ room, workshop }) {
  const deed = lastUndoable(room.scene);
  if (!deed || workshop.state === "closed") return null;
  return html`
    <${Act} room=${room} kind="Undo" fields=${{ deed: deed.id }} icon="undo-2" class="button button--quiet button--small console-undo" onSent=${() => say(_("Undone."))}>
      <span>${_("Undo")}<span class="undo-words" dir="auto">: ${hint(deedWords(room.scene, deed), LONGEST)}</span></span><//>`;
}
