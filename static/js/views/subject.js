// What the workshop is called and for, changed in place.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { useAnswer } from "../lib/answer.js";
import { _ } from "../lib/words.js";
import { whatIsTooLong, whatIsWrong } from "../lib/written.js";
import { Wrong } from "./wrong.js";

export function Subject({ room, workshop }) {
  const [typed, setTyped] = useState({});
  const now = { ...workshop, ...typed };
  const saved = () => {
    setTyped({});
    say(_("Saved."));
  };
  const { busy, wrong, fails, send } = useAnswer(room, saved);
  const type = (name) => (event) => setTyped({ ...typed, [name]: event.currentTarget.value });
  const save = (event) => {
    event.preventDefault();
    const changes = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]).filter(([name, value]) => workshop[name] !== value));
    const { title_graphemes: most, prompt_graphemes: more } = room.limits.value;
    if (fails(whatIsWrong(now.title, most) || whatIsTooLong(now.purpose, more))) return;
    if (Object.keys(changes).length) send("ChangeWorkshop", changes);
    else saved();
  };
  return html`
    <form class="form card" onSubmit=${save}>
      <div class="field"><label class="field-label" for="subject-title">${_("Title")}</label>
        <input class="field-input" id="subject-title" value=${now.title} dir="auto" onInput=${type("title")} /></div>
      <div class="field"><label class="field-label" for="subject-purpose">${_("Purpose")}</label>
        <textarea class="field-input" id="subject-purpose" rows="3" dir="auto" value=${now.purpose} onInput=${type("purpose")}></textarea></div>
      <${Wrong} words=${wrong} />
      <div class="buttons"><button type="submit" class="button" aria-busy=${busy ? "true" : undefined}>${_("Save")}</button></div>
    </form>`;
}
