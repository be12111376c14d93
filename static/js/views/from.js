// What came along from an earlier workshop says so.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function From({ room, id }) {
  const from = id && room.scene.get("continued", id);
  return from ? html`<p class="action-from" dir="auto"><${Icon} name="history" /> ${_("From “%(title)s”", { title: from.title })}</p>` : null;
}
