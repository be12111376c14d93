// All notes that are hidden or returned, with their reasons, and the record of every act to take home.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { heldNotes, heldWord } from "../lib/held.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";
import { Moderate } from "./moderate.js";

export function HeldList({ room, onClose }) {
  const [opened, setOpened] = useState("");
  const notes = heldNotes(room.scene);
  return html`
    <${Dialog} long title=${_("Hidden and returned")} onClose=${onClose}>
      <div class="dialog-body">
        ${notes.length > 0
          ? html`<ul class="held-list">${notes.map((note) => html`<${Row} key=${note.id} room=${room} note=${note} onOpen=${() => setOpened(note.id)} />`)}</ul>`
          : html`<p class="empty">${_("No note is held now.")}</p>`}
        <p class="small">${_("The room sees none of these, and no report holds their words. Their writers read the reason.")}</p>
        <a class="button" href="/w/${room.workshop}/moderation.csv?as=facilitator" download><${Icon} name="download" />${_("Download the record")}</a>
      </div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
      ${opened && html`<${Moderate} room=${room} id=${opened} onClose=${() => setOpened("")} />`}
    <//>`;
}

function Row({ room, note, onOpen }) {
  const { id, text, reason, held } = note;
  return html`
    <li class="held-row" data-held=${held}><p class="held-text" dir="auto">${text}</p>
      <p class="small"><b>${heldWord(note)}</b> <span dir="auto">${reason}</span></p>
      <div class="buttons"><${Act} room=${room} kind="ShowNote" fields=${{ note: id }} icon="eye" class="button button--small" aria-label=${_("Show it: “%(text)s”", { text })}>${_("Show it")}<//>
        <button type="button" class="button button--small" aria-label=${_("Another reason: “%(text)s”", { text })} onClick=${onOpen}>${_("Another reason")}</button></div></li>`;
}
