// How many screens look on, and how to be rid of them: shut out, each needs the new link.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { ask } from "../lib/post.js";
import { _, ngettext } from "../lib/words.js";
import { LinkField } from "./link-field.js";

export function Boards({ room, closed }) {
  const [asking, setAsking] = useState(false);
  const boards = room.presence.value.counts?.boards ?? 0;
  const out = () => {
    room.send("CloseDoor", { closed, boards: true });
    say(_("Boards are shut out."));
  };
  return html`
    <section class="door-part"><p class="door-words"><${Icon} name="monitor" /><span>${boardsWords(boards)}</span></p>
      <div class="buttons"><${BoardLink} key=${room.scene.one("workshop").boards} room=${room} />
        <button type="button" class="button" onClick=${() => setAsking(true)}>${_("Shut all boards out")}</button></div>
      ${asking && html`
        <${Ask} title=${_("Shut all boards out?")} yes=${_("Shut them out")} no=${_("Leave them")} onYes=${out} onClose=${() => setAsking(false)}>
          <p>${_("Every screen that looks on goes dark, yours too, and the old board link stops working. Open the new link where you project.")}</p>
        <//>`}
    </section>`;
}

function boardsWords(n) {
  if (!n) return _("No board looks on.");
  return ngettext("%(n)s board looks on.", "%(n)s boards look on.", n);
}

// Fetched when it is asked for, since it may be another one by then.
function BoardLink({ room }) {
  const [link, setLink] = useState({});
  const get = async () => setLink(await ask(`/api/workshops/${room.workshop}/links`));
  if (!link.board_url) {
    return html`<button type="button" class="button" onClick=${get}><${Icon} name="link" />${_("Get the board's link")}</button>
      ${link.error && html`<p class="field-error"><${Icon} name="triangle-alert" />${link.error}</p>`}`;
  }
  return html`<${LinkField} id="board-link" label=${_("Board")} value=${link.board_url} />`;
}
