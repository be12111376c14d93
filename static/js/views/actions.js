// The actions: what, who, by when, first step. Anyone may take one on.
import { html, useState } from "../lib/html.js";
import { Ask } from "../lib/dialog.js";
import { dateShown } from "../lib/fmt.js";
import { useFocusBack } from "../lib/focus-back.js";
import { useRefused } from "../lib/in-place.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { isOver, isSettled, STATES, stateWord } from "../lib/promises.js";
import { Act } from "./act.js";
import { ActionForm } from "./action-form.js";
import { From } from "./from.js";
import { TakeIt } from "./take.js";

const STATE_ICONS = { doing: "play", done: "check", dropped: "x" };

// read: only shown, nothing to press (the board, and after the close).
export function Actions({ room, actions, read = false }) {
  return html`<ul class="actions">${actions.map(({ id }) => html`<${Action} key=${id} room=${room} id=${id} read=${read} />`)}</ul>`;
}

function Action({ room, id, read }) {
  const [changing, setChanging] = useState(false);
  const action = room.scene.get("action", id);
  const mine = Boolean(action?.participant) && action.participant === room.you.value.id;
  const mayChange = Boolean(action) && !read && (mine || room.as === "facilitator");
  const [refused] = useRefused(room, "ChangeAction", (fields) => mayChange && fields.action === id);
  const opener = useFocusBack(Boolean(changing || refused));
  if (!action) return null;
  const open = !isSettled(action);
  const late = open && isOver(action.due);
  if (refused) return html`<li class="action"><${ActionForm} key=${refused.entry.op} room=${room} action=${action} refused=${refused} /></li>`;
  if (mayChange && changing) return html`<li class="action"><${ActionForm} key="change" room=${room} action=${action} focus onClose=${() => setChanging(false)} /></li>`;
  return html`
    <li class="action ${mine ? "action--mine" : ""}" data-status=${action.status}>
      <div class="action-words">
        <p class="action-what" dir="auto">${action.what}</p>
        <p class="action-facts">
          ${!mayChange && action.status !== "todo" && html`<span class="chip action-state" data-status=${action.status}><${Icon} name=${STATE_ICONS[action.status]} /> ${stateWord(action.status)}</span> `}
          ${action.who ? html`<span class="action-who" dir="auto"><${Icon} name="user-round" /> ${action.who}</span> ` : open && html`<span class="chip chip--wait"><${Icon} name="user-round-x" /> ${_("Missing a name")}</span> `}
          ${action.participant && html`<span class="action-taken"><${Icon} name="check" /> ${_("accepted")}</span> `}
          ${action.helpers && html`<span class="action-helpers" dir="auto"><${Icon} name="users" /> ${_("with %(helpers)s", { helpers: action.helpers })}</span> `}
          ${action.due
            ? html`<span class="action-due ${late ? "chip chip--wait" : ""}"><${Icon} name=${late ? "calendar-x" : "calendar"} /> ${dateShown(action.due, room.language)}${late && html` <span>${_("has passed")}</span>`}</span>`
            : open && html`<span class="chip chip--wait"><${Icon} name="calendar-x" /> ${_("Missing a date")}</span>`}
          ${action.pending === "late" && html` <span class="chip chip--wait"><${Icon} name="clock" /> ${_("Not saved yet")}</span>`}</p>
        ${action.first_step && html`<p class="action-first" dir="auto">${_("First step: %(text)s", { text: action.first_step })}</p>`}
        ${action.daily && html`<p class="action-first" dir="auto">${_("In the normal week: %(text)s", { text: action.daily })}</p>`}
        <${From} room=${room} id=${action.continued} />
      </div>
      ${!read && html`<div class="buttons">
        ${mayChange && html`<${State} room=${room} action=${action} />`}
        <${Taking} room=${room} action=${action} mine=${mine} />
        ${mayChange && html`<button type="button" class="button button--small" ref=${opener} aria-label=${_("Change “%(what)s”", { what: action.what })} onClick=${() => setChanging(true)}><${Icon} name="pencil" />${_("Change")}</button>`}
        ${room.as === "facilitator" && html`<${Remove} room=${room} action=${action} />`}
      </div>`}
    </li>`;
}

// How far it has come: by a facilitator, or by who has taken it on.
function State({ room, action }) {
  const id = `state-${action.id}`;
  const set = ({ currentTarget }) => room.send("ChangeAction", { action: action.id, status: currentTarget.value });
  return html`
    <label class="visually-hidden" for=${id}>${_("How far has “%(what)s” come?", { what: action.what })}</label>
    <select class="field-input action-status" id=${id} value=${action.status ?? "todo"} onChange=${set}>${STATES.map((each) => html`<option key=${each} value=${each}>${stateWord(each)}</option>`)}</select>`;
}

function Taking({ room, action, mine }) {
  const [asking, setAsking] = useState(false);
  if (mine) {
    return html`<${Act} room=${room} kind="TakeAction" fields=${{ action: action.id, taken: false, who: "" }} class="button button--small"
      aria-label=${_("Give it back: “%(what)s”", { what: action.what })}>${_("Give it back")}<//>`;
  }
  if (action.participant || room.as !== "participant") return null;
  return html`
    <button type="button" class="button button--small" aria-label=${_("I take it: “%(what)s”", { what: action.what })} onClick=${() => setAsking(true)}>${_("I take it")}</button>
    ${asking && html`<${TakeIt} room=${room} action=${action} onClose=${() => setAsking(false)} />`}`;
}

function Remove({ room, action }) {
  const [asking, setAsking] = useState(false);
  return html`
    <button type="button" class="button button--small button--quiet" aria-label=${_("Remove “%(what)s”", { what: action.what })} onClick=${() => setAsking(true)}><${Icon} name="trash-2" />${_("Remove")}</button>
    ${asking && html`<${Ask} title=${_("Remove this action?")} yes=${_("Remove")} no=${_("Keep it")} onClose=${() => setAsking(false)}
      onYes=${() => room.send("RemoveAction", { action: action.id })}><p dir="auto">${action.what}</p><//>`}`;
}
