// Moderation in the console's aside: how many notes are held, and the way to them.
import { html, useState } from "../lib/html.js";
import { heldNotes } from "../lib/held.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { _, ngettext } from "../lib/words.js";

const list = () => import("./held-list.js");

export function HeldPart({ room, step }) {
  const [open, setOpen] = useState(false);
  const held = heldNotes(room.scene);
  const again = held.filter((note) => note.held === "changed").length;
  if (!held.length && !room.scene.all("moderation").length && !step?.moderated) return null;
  return html`
    <section class="aside-part"><h2 class="aside-title">${_("Moderation")} <span class="count">${held.length}</span></h2>
      ${step?.moderated && !step.revealed && html`<p class="small">${_("You read the notes before the reveal. Each writer was told so.")}</p>`}
      ${again > 0 && html`<p class="advice">${ngettext("%(n)s returned note was changed. Look again.", "%(n)s returned notes were changed. Look again.", again)}</p>`}
      <div class="buttons"><button type="button" class="button button--small" onClick=${() => setOpen(true)}><${Icon} name="eye-off" />${_("Hidden and returned")}</button></div>
      ${open && html`<${Later} load=${list} name="HeldList" beside room=${room} onClose=${() => setOpen(false)} />`}
    </section>`;
}
