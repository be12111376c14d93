// Who has come, and what is told about them.
import { html } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { _, ngettext } from "../lib/words.js";

export function People({ room, onClose }) {
  const people = room.scene.all("participant").filter(({ role }) => role === "participant");
  return html`
    <${Dialog} title=${ngettext("%(n)s has joined", "%(n)s have joined", people.length)} onClose=${onClose}>
      <div class="dialog-body"><${Names} people=${people} /><${Settings} room=${room} /></div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

export function Names({ people }) {
  const named = people.filter(({ name }) => name);
  const nameless = people.length - named.length;
  return html`
    <ul class="people">
      ${named.map(({ id, name }) => html`<li key=${id} dir="auto">${name}</li>`)}
      ${nameless > 0 && html`<li>${ngettext("%(n)s without a name", "%(n)s without a name", nameless)}</li>`}
    </ul>`;
}

export function Settings({ room }) {
  const workshop = room.scene.one("workshop");
  const set = (name) => (event) => room.send("ChangeWorkshop", { [name]: event.currentTarget.checked });
  return html`
    <label class="check"><input type="checkbox" checked=${workshop.names_shown} onChange=${set("names_shown")} /> <span>${_("Show names on the board before we start")}</span></label>
    <label class="check"><input type="checkbox" checked=${workshop.facilitators_vote} onChange=${set("facilitators_vote")} /> <span>${_("Facilitators vote too")}</span></label>`;
}
