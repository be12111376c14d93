// The name of someone without a phone, put right by a facilitator.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";

export function NameSeat({ room, person: { id, name } }) {
  const [typed, setTyped] = useState(name);
  const save = (event) => {
    event.preventDefault();
    if (!typed.trim()) return;
    room.send("NameSeat", { participant: id, name: typed.trim() });
    say(_("Saved."));
  };
  return html`
    <form class="add-seat" onSubmit=${save}>
      <label class="field-label" for="name-${id}">${_("Their name")}</label>
      <div class="add-seat-line"><input class="field-input" id="name-${id}" value=${typed} autocomplete="off" dir="auto" maxlength=${room.limits.value.name_graphemes}
        onInput=${(event) => setTyped(event.currentTarget.value)} />
        <button type="submit" class="button" aria-disabled=${typed.trim() ? undefined : "true"}>${_("Save the name")}</button></div>
    </form>`;
}
