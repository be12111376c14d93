// The name that one goes by, if any: it can be changed at any time.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";

// onClose: there is a way back without a change.
export function Name({ room, onSaved, onClose }) {
  const me = room.scene.get("participant", room.you.value.id);
  const [typed, setTyped] = useState(null);
  const name = typed ?? me?.name ?? "";
  const save = (event) => {
    event.preventDefault();
    room.send("ChangeName", { name: name.trim() });
    say(_("Saved."));
    setTyped(null);
    onSaved?.();
  };
  return html`
    <form class="form" onSubmit=${save}>
      <div class="field"><label class="field-label" for="my-name">${_("First name")} <span class="field-hint">${_("– if you like")}</span></label>
        <input class="field-input" id="my-name" value=${name} autocomplete="given-name" dir="auto" maxlength=${room.limits.value.name_graphemes}
          onInput=${(event) => setTyped(event.currentTarget.value)} /></div>
      <div class="buttons">${onClose && html`<button type="button" class="button" onClick=${onClose}>${_("Back")}</button>`}
        <button type="submit" class="button">${_("Save the name")}</button></div>
    </form>`;
}
