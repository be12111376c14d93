// What holds for the whole workshop and is set before it starts.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

export function Settings({ room }) {
  const workshop = room.scene.one("workshop");
  const set = (name) => (event) => room.send("ChangeWorkshop", { [name]: event.currentTarget.checked });
  return html`
    <label class="check"><input type="checkbox" checked=${workshop.names_shown} onChange=${set("names_shown")} /> <span>${_("Show names on the board before we start")}</span></label>
    <label class="check"><input type="checkbox" checked=${workshop.facilitators_vote} onChange=${set("facilitators_vote")} /> <span>${_("Facilitators vote too")}</span></label>`;
}
