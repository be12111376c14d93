// Who is in the workshop, and what can be done for each of them; and what is told about them all.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { _, ngettext } from "../lib/words.js";
import { AddSeat } from "./add-seat.js";
import { Hands } from "./hands.js";
import { Name } from "./name.js";
import { NewKey, newKey } from "./new-key.js";
import { Person } from "./person.js";
import { Settings } from "./settings.js";

const MANY = 12; // people past whom a name is looked for

export function People({ room, onClose }) {
  const [unfolded, setUnfolded] = useState("");
  const [wanted, setWanted] = useState("");
  const [made, setMade] = useState(null);
  const makeKey = async () => setMade(await newKey(room));
  const people = everyone(room);
  const found = people.filter(({ known }) => known.toLowerCase().includes(wanted.trim().toLowerCase()));
  const group = (title, which, rest) => html`
    <${Group} room=${room} title=${title} people=${found.filter(which)} unfolded=${unfolded} onUnfold=${setUnfolded} onNewKey=${makeKey}>${rest}<//>`;
  return html`
    <${Dialog} long title=${ngettext("%(n)s has joined", "%(n)s have joined", people.filter(takesPart).length)} onClose=${onClose}>
      <div class="dialog-body">
        ${made && html`<${NewKey} made=${made} onAgain=${makeKey} />`}
        <${Hands} room=${room} />
        ${people.length > MANY && html`<${Find} wanted=${wanted} onWanted=${setWanted} none=${!found.length} />`}
        ${group(_("Without a phone"), (each) => takesPart(each) && each.seat, !wanted && html`<${AddSeat} room=${room} />`)}
        ${group(_("With a phone"), (each) => takesPart(each) && !each.seat)}
        ${group(_("Facilitators"), ({ role, removed }) => role === "facilitator" && !removed, !wanted && html`<${OwnName} room=${room} />`)}
        ${group(_("Shown out"), ({ removed }) => removed)}
        <${Settings} room=${room} />
      </div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

export const takesPart = ({ role, removed }) => role === "participant" && !removed;

// Each with the word that tells them apart here: who gave no name is known by their number.
function everyone(room) {
  let nameless = 0;
  return room.scene.all("participant").map((person) => (
    { ...person, known: person.name || _("Without a name, no. %(n)s", { n: ++nameless }) }));
}

// What others read where it is said who leads and who did what.
function OwnName({ room }) {
  return html`<details class="more"><summary>${_("Your own name")}</summary><${Name} room=${room} /></details>`;
}

function Find({ wanted, onWanted, none }) {
  return html`
    <div class="field"><label class="field-label" for="find-person">${_("Find someone")}</label>
      <input class="field-input" type="search" id="find-person" value=${wanted} autocomplete="off" dir="auto" onInput=${(event) => onWanted(event.currentTarget.value)} />
      <p class="field-help" role="status">${none && _("Nobody here has that name.")}</p></div>`;
}

function Group({ room, title, people, unfolded, onUnfold, onNewKey, children }) {
  if (!people.length && !children) return null;
  return html`
    <section class="people-part"><h3 class="counted">${title} <span class="count">${people.length}</span></h3>
      ${people.length > 0 && html`<ul class="persons">
        ${people.map((person) => html`
          <${Person} key=${person.id} room=${room} person=${person} open=${person.id === unfolded} onNewKey=${onNewKey}
            onOpen=${() => onUnfold(person.id === unfolded ? "" : person.id)} />`)}
      </ul>`}
      ${children}
    </section>`;
}
