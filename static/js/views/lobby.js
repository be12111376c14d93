// You are in: who is here, the name one goes by, and what this is about.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _, ngettext } from "../lib/words.js";

export function Lobby({ room }) {
  const workshop = room.scene.one("workshop");
  const here = room.presence.value.here;
  return html`
    <main class="main">
      <p class="lead">${_("You are in. We start soon.")}</p>
      ${here > 0 && html`<p class="big-count"><span class="count">${here}</span> ${ngettext("person here", "people here", here)}</p>`}
      ${workshop?.purpose && html`<section class="card"><h2>${_("What it is about")}</h2><p dir="auto">${workshop.purpose}</p></section>`}
      <${Name} room=${room} />
    </main>`;
}

function Name({ room }) {
  const me = room.scene.get("participant", room.you.value.id);
  const [typed, setTyped] = useState(null);
  const name = typed ?? me?.name ?? "";
  const save = (event) => {
    event.preventDefault();
    room.send("ChangeName", { name: name.trim() });
    say(_("Saved."));
    setTyped(null);
  };
  return html`
    <section class="card"><h2>${_("Your name")}</h2>
      <form class="form" onSubmit=${save}>
        <div class="field"><label class="field-label" for="my-name">${_("First name")} <span class="field-hint">${_("– if you like")}</span></label>
          <input class="field-input" id="my-name" value=${name} autocomplete="given-name" dir="auto" maxlength=${room.limits.value.name_graphemes}
            onInput=${(event) => setTyped(event.currentTarget.value)} /></div>
        <button type="submit" class="button">${_("Save the name")}</button>
      </form>
    </section>`;
}
