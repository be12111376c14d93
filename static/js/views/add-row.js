// A button that opens the form for one more row. A row that was begun is open at once, and so is each that was refused.
import { html, useState } from "../lib/html.js";
import { useFocusBack } from "../lib/focus-back.js";
import { Icon } from "../lib/icons.js";
import { useRefused } from "../lib/in-place.js";
import { fieldsOf } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { RowForm } from "./row-form.js";

// locked: nobody begins a row now; what was begun stays in the hand.
export function AddRow({ room, step, locked = false }) {
  const [adding, setAdding] = useState(() => (room.drafts.get(`row ${step.id}`) ? "kept" : ""));
  const refused = useRefusedRows(room, step);
  const opener = useFocusBack(Boolean(adding || refused.length));
  return html`
    ${refused.map((each) => html`<${RowForm} key=${each.entry.op} room=${room} step=${step} refused=${each} />`)}
    ${adding ? html`<${RowForm} key="new" room=${room} step=${step} focus=${adding === "asked"} onClose=${() => setAdding("")} />`
      : !locked && html`<button type="button" class="button button--wide" ref=${opener} onClick=${() => setAdding("asked")}><${Icon} name="plus" />${_("Write a row")}</button>`}`;
}

// Those that fit the fields of this table. Its rows may also come by tap, without a text of their own.
function useRefusedRows(room, step) {
  const asked = fieldsOf(step).map(({ id }) => id);
  return useRefused(room, "AddRow", ({ cells = {} }) => {
    const names = Object.keys(cells);
    return names.length > 0 && names.every((name) => asked.includes(name));
  });
}
