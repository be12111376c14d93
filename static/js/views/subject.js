// What the workshop is called and for, changed in place.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";

export function Subject({ room, workshop }) {
  const [typed, setTyped] = useState({});
  const now = { ...workshop, ...typed };
  const type = (name) => (event) => setTyped({ ...typed, [name]: event.currentTarget.value });
  const save = (event) => {
    event.preventDefault();
    const changes = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]).filter(([name, value]) => workshop[name] !== value));
    if (Object.keys(changes).length) room.send("ChangeWorkshop", changes);
    setTyped({});
    say(_("Saved."));
  };
  return html`
    <form class="form card" onSubmit=${save}>
      <div class="field"><label class="field-label" for="subject-title">${_("Title")}</label>
        <input class="field-input" id="subject-title" value=${now.title} dir="auto" onInput=${type("title")} /></div>
      <div class="field"><label class="field-label" for="subject-purpose">${_("Purpose")}</label>
        <textarea class="field-input" id="subject-purpose" rows="3" dir="auto" value=${now.purpose} onInput=${type("purpose")}></textarea></div>
      <div class="buttons"><button type="submit" class="button">${_("Save")}</button></div>
    </form>`;
}
