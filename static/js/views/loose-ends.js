// Before everyone goes home: what has no owner or no day yet, and when it is looked at again.
import { html, useState } from "../lib/html.js";
import { useRefused } from "../lib/in-place.js";
import { Icon } from "../lib/icons.js";
import { isOpen, today } from "../lib/promises.js";
import { refusalWords } from "../lib/refusals.js";
import { _, ngettext } from "../lib/words.js";

export function LooseEnds({ room }) {
  // Whoever is asked for a name here keeps the row while it is being filled in.
  const [asked] = useState(() => room.scene.all("action").filter(isOpen).map(({ id }) => id));
  const actions = asked.map((id) => room.scene.get("action", id)).filter(Boolean);
  const left = actions.filter(isOpen).length;
  const any = room.scene.all("action").length > 0;
  return html`
    ${actions.length > 0 && html`
      <section class="loose-ends ${left ? "card card--wait" : "card"}"><h3>${left
          ? ngettext("%(n)s action has no owner or no day to come", "%(n)s actions have no owner or no day to come", left)
          : html`<${Icon} name="check" /> ${_("Every action has an owner and a day")}`}</h3>
        <ul>${actions.map((action) => html`<${Row} key=${action.id} room=${room} action=${action} />`)}</ul></section>`}
    ${any && html`<${FollowUp} room=${room} />`}`;
}

function Row({ room, action }) {
  const { id, what, who, due } = action;
  const [refused] = useRefused(room, "ChangeAction", (fields) => fields.action === id);
  const typed = { who, due, ...refused?.entry.fields };
  const put = (name) => ({ currentTarget: { value } }) => {
    if (refused && name in refused.entry.fields) room.forgive(refused);
    if (value.trim() !== action[name]) room.send("ChangeAction", { action: id, [name]: value.trim() });
  };
  return html`
    <li class="loose-end"><p class="action-what" dir="auto">${what}</p>
      <div class="fields">
        <div class="field"><label class="field-label" for="end-who-${id}">${_("Who")} <span class="field-hint">${_("– one person")}</span></label><input class="field-input" id="end-who-${id}" dir="auto" autocomplete="off" value=${typed.who} onChange=${put("who")} /></div>
        <div class="field"><label class="field-label" for="end-due-${id}">${_("By when")}</label><input class="field-input" id="end-due-${id}" type="date" min=${today()} value=${typed.due} onChange=${put("due")} /></div></div>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}</li>`;
}

function FollowUp({ room }) {
  const { follow_up: day } = room.scene.one("workshop");
  const put = ({ currentTarget: { value } }) => value !== day && room.send("ChangeWorkshop", { follow_up: value });
  return html`
    <div class="field"><label class="field-label" for="follow-up">${_("When do we look at the actions again?")}</label>
      <input class="field-input" id="follow-up" type="date" min=${today()} value=${day} onChange=${put} />
      ${!day && html`<p class="field-help">${_("What has no day to be looked at again is seldom done.")}</p>`}</div>`;
}
