// Which group this phone works in, and the choice of one.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { groupOf, groupsIn } from "../lib/working-groups.js";

export function OwnGroup({ room }) {
  const [changing, setChanging] = useState(false);
  const groups = groupsIn(room.scene);
  const own = groups.find(({ id }) => id === groupOf(room));
  if (!groups.length) return html`<p class="lead">${_("The facilitator is forming the groups.")}</p>`;
  if (!own || changing) return html`<${Choose} room=${room} groups=${groups} own=${own} onDone=${() => setChanging(false)} />`;
  return html`
    <div class="own-group"><p class="lead"><${Icon} name="users" /> ${_("Your group:")} <b dir="auto">${own.title}</b> <span class="small">${people(own)}</span></p>
      ${own.chosen && html`<button type="button" class="button button--small" onClick=${() => setChanging(true)}>${_("Go to another group")}</button>`}</div>`;
}

function people({ people: n }) {
  return ngettext("%(n)s person", "%(n)s people", n);
}

function Choose({ room, groups, own, onDone }) {
  const open = groups.filter(({ chosen }) => chosen);
  const choose = ({ id, title }) => {
    if (id !== own?.id) room.send("JoinGroup", { group: id });
    say(_("You work in “%(title)s”.", { title }));
    onDone();
  };
  if (!open.length) return html`<p class="lead">${_("The groups have been dealt. Ask the facilitator to place you in one.")}</p>`;
  return html`
    <section class="section"><h2>${_("Choose your group")}</h2>
      <ul class="group-choices">
        ${open.map((group) => html`<li key=${group.id}><button type="button" class="button button--wide" aria-pressed=${String(group.id === own?.id)} onClick=${() => choose(group)}>
          <span dir="auto">${group.title}</span> <span class="small">${people(group)}</span></button></li>`)}
      </ul></section>`;
}
