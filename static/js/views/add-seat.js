// Someone without a phone gets a seat: a name that a facilitator writes and votes for.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function AddSeat({ room }) {
  const [name, setName] = useState("");
  const add = (event) => {
    event.preventDefault();
    if (!name.trim()) return;
    room.send("AddSeat", { id: room.newId(), name: name.trim() });
    say(_("%(name)s has a seat.", { name: name.trim() }));
    setName("");
  };
  return html`
    <details class="more"><summary>${_("Add someone without a phone")}</summary><form class="add-seat" onSubmit=${add}>
      <label class="field-label" for="seat-name">${_("Name")} <span class="field-hint">${_("– you write and vote for them")}</span></label>
      <div class="add-seat-line"><input class="field-input" id="seat-name" value=${name} autocomplete="off" dir="auto" maxlength=${room.limits.value.name_graphemes}
        onInput=${(event) => setName(event.currentTarget.value)} />
        <button type="submit" class="button" aria-disabled=${name.trim() ? undefined : "true"}><${Icon} name="user-round-plus" />${_("Add")}</button></div>
    </form></details>`;
}
