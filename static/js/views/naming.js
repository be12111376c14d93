// Names come last: a phrase that someone who was not here would understand.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";

export function NameCluster({ room, id, onClose }) {
  const cluster = room.scene.get("cluster", id);
  const [title, setTitle] = useState(() => room.drafts.get(`cluster ${id}`) || cluster?.title || "");
  const [splitting, setSplitting] = useState(false);
  if (!cluster) return null;
  const typed = (event) => {
    setTitle(event.currentTarget.value);
    room.drafts.set(`cluster ${id}`, event.currentTarget.value);
  };
  const save = (event) => {
    event.preventDefault();
    room.drafts.set(`cluster ${id}`, "");
    if (title.trim() !== cluster.title) room.send("NameCluster", { cluster: id, title: title.trim() });
    say(_("Named."));
    onClose();
  };
  if (splitting) return html`<${Split} room=${room} id=${id} onClose=${onClose} />`;
  return html`
    <${Dialog} title=${_("Name this cluster")} onClose=${onClose}>
      <form class="form" onSubmit=${save}>
        <div class="field"><label class="field-label" for="cluster-name">${_("Name")} <span class="field-hint">${_("– a whole phrase")}</span></label>
          <input class="field-input" id="cluster-name" value=${title} autofocus autocomplete="off" dir="auto"
            maxlength=${room.limits.value.title_graphemes} onInput=${typed} /></div>
        <div class="dialog-actions">
          <button type="button" class="button button--quiet" onClick=${() => setSplitting(true)}><${Icon} name="trash-2" />${_("Dissolve")}</button>
          <button type="button" class="button" onClick=${onClose}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("Save")}</button>
        </div>
      </form>
    <//>`;
}

function Split({ room, id, onClose }) {
  const n = room.scene.all("note").filter((note) => note.cluster === id).length;
  return html`
    <${Ask} title=${_("Dissolve this cluster?")} yes=${_("Dissolve it")} no=${_("Keep it")} onClose=${onClose}
      onYes=${() => room.send("RemoveCluster", { cluster: id })}>
      <p>${ngettext("Its note stands alone again. Nothing is lost.", "Its %(n)s notes stand alone again. Nothing is lost.", n)}</p>
    <//>`;
}
