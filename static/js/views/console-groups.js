// Groups on the console: how many, dealt or chosen, who is in which, and a hand for those who sit elsewhere.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { groupsIn } from "../lib/working-groups.js";
import { takesPart } from "./people.js";

const USUAL = 4; // people in a group: enough for several voices, few enough that each is heard
const MOST = 30;

export function Groups({ room }) {
  const [forming, setForming] = useState(false);
  const groups = groupsIn(room.scene);
  const people = room.scene.all("participant").filter(takesPart);
  const without = people.filter(({ group }) => !groups.some(({ id }) => id === group));
  return html`
    <section class="section working-groups"><h2 class="counted">${_("Groups")} <span class="count">${groups.length}</span></h2>
      ${groups.length > 0 && html`<ul class="working-group-list">
        ${groups.map((group) => html`<${Group} key=${group.id} room=${room} group=${group} groups=${groups} people=${people.filter((each) => each.group === group.id)} />`)}
        ${without.length > 0 && html`<${Group} room=${room} group=${{ id: "", title: _("In no group") }} groups=${groups} people=${without} />`}
      </ul>`}
      <div class="buttons"><button type="button" class="button ${groups.length ? "button--small" : "button--primary"}" onClick=${() => setForming(true)}><${Icon} name="users" />${groups.length ? _("Form them anew") : _("Form groups")}</button></div>
      ${forming && html`<${Form} room=${room} people=${people.length} isAnew=${groups.length > 0} onClose=${() => setForming(false)} />`}
    </section>`;
}

function Group({ room, group, groups, people }) {
  const names = people.map(({ name }) => name || _("Someone without a name"));
  const move = (person) => (event) => room.send("PlaceInGroup", { participant: person.id, group: event.currentTarget.value });
  return html`
    <li class="working-group"><details class="more"><summary><b dir="auto">${group.title}</b> <span class="count">${people.length}</span> <span class="small" dir="auto">${names.join(", ")}</span></summary>
      ${people.length ? html`<ul class="persons">${people.map((person, n) => html`<li key=${person.id} class="field field--beside"><label class="field-label" for="group-${person.id}" dir="auto">${names[n]}</label>
        <select class="field-input" id="group-${person.id}" value=${group.id} onChange=${move(person)}>
          ${[...groups, { id: "", title: _("In no group") }].map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}</select></li>`)}</ul>`
        : html`<p class="small">${_("Nobody yet.")}</p>`}
    </details></li>`;
}

function Form({ room, people, isAnew, onClose }) {
  const [count, setCount] = useState(Math.min(MOST, Math.max(2, Math.round(people / USUAL))));
  const [how, setHow] = useState("dealt");
  const form = (event) => {
    event.preventDefault();
    const number = Math.min(MOST, Math.max(2, Math.round(Number(count)) || 2));
    const groups = Array.from({ length: number }, (x, n) => ({ id: room.newId(), title: _("Group %(n)s", { n: n + 1 }) }));
    room.send("FormGroups", { groups, how });
    say(ngettext("%(n)s group.", "%(n)s groups.", number));
    onClose();
  };
  const choice = (value, words) => html`<label class="check"><input type="radio" name="how" checked=${how === value} onChange=${() => setHow(value)} /> <span>${words}</span></label>`;
  return html`
    <${Dialog} title=${_("Form groups")} onClose=${onClose}>
      <form class="form" onSubmit=${form}>
        <div class="field"><label class="field-label" for="group-count">${_("How many groups?")} <span class="field-hint">${ngettext("– %(n)s takes part", "– %(n)s take part", people)}</span></label>
          <input class="field-input" id="group-count" type="number" min="2" max=${MOST} autofocus value=${count} onInput=${(event) => setCount(event.currentTarget.value)} /></div>
        <fieldset class="radios"><legend class="field-label">${_("Who goes where?")}</legend>
          ${choice("dealt", _("Dealt by chance, as even as can be; who comes late goes to the smallest"))}
          ${choice("chosen", _("Each chooses on the phone"))}</fieldset>
        ${isAnew && html`<p class="small">${_("The groups there are go. What they wrote stays, under no group.")}</p>`}
        <div class="dialog-actions"><button type="button" class="button" onClick=${onClose}>${_("Not now")}</button>
          <button type="submit" class="button button--primary">${_("Form groups")}</button></div>
      </form>
    <//>`;
}
