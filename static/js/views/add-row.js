// A button that opens the form for one more row. A row that was begun is open at once.
import { html, useState } from "../lib/html.js";
import { useFocusBack } from "../lib/focus-back.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { RowForm } from "./row-form.js";

export function AddRow({ room, step }) {
  const [adding, setAdding] = useState(() => (room.drafts.get(`row ${step.id}`) ? "kept" : ""));
  const opener = useFocusBack(adding);
  if (adding) return html`<${RowForm} room=${room} step=${step} focus=${adding === "asked"} onClose=${() => setAdding("")} />`;
  return html`<button type="button" class="button button--wide" ref=${opener} onClick=${() => setAdding("asked")}><${Icon} name="plus" />${_("Write a row")}</button>`;
}
