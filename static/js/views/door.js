// The door on a sheet: the code and whether it lets people in, another code, and the boards that look on.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { newCode } from "../lib/new-code.js";
import { _ } from "../lib/words.js";
import { Boards } from "./boards.js";
import { Code } from "./code.js";
import { LinkField } from "./link-field.js";
import { Qr } from "./qr.js";

export function Door({ room, onClose }) {
  const workshop = room.scene.one("workshop");
  return html`
    <${Dialog} long title=${_("The door")} onClose=${onClose}>
      <div class="dialog-body">
        <section class="door">
          <div class="door-code"><${Code} code=${workshop.code} /><span class="small">${document.body.dataset.address}</span></div>
          <${Qr} room=${room} size=${120} />
        </section>
        <${OpenOrClosed} room=${room} closed=${workshop.door_closed} />
        <${AnotherCode} room=${room} />
        <${Boards} room=${room} closed=${workshop.door_closed} />
      </div>
      <div class="dialog-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

function doorWords({ door_closed }) {
  return door_closed
    ? _("The door is closed. Nobody new comes in; who takes part can still come back.")
    : _("The door is open. Whoever has the code can join.");
}

function OpenOrClosed({ room, closed }) {
  const turn = () => {
    room.send("CloseDoor", { closed: !closed });
    say(doorWords({ door_closed: !closed }));
  };
  return html`
    <section class="door-part"><p class="door-words"><${Icon} name=${closed ? "door-closed" : "door-open"} /><span>${doorWords({ door_closed: closed })}</span></p>
      <button type="button" class="button" onClick=${turn}>${closed ? _("Open the door") : _("Close the door")}</button></section>`;
}

function AnotherCode({ room }) {
  const [asking, setAsking] = useState(false);
  const [invitation, setInvitation] = useState(false);
  const [state, setState] = useState({});
  const take = async () => {
    setState({ busy: true });
    setState({ ...await newCode(room, invitation), invitation });
  };
  return html`
    <section class="door-part"><p>${_("A new code keeps out whoever has only the old one. Who takes part already stays in.")}</p>
      <button type="button" class="button" aria-busy=${state.busy ? "true" : undefined} onClick=${() => state.busy || setAsking(true)}><${Icon} name="rotate-ccw" />${_("Take a new code")}</button>
      ${state.error && html`<p class="field-error"><${Icon} name="triangle-alert" />${state.error}</p>`}
      ${state.code && html`<p class="door-words door-done"><${Icon} name="check" /><span>${_("This is the new code. The board shows it too.")}</span></p>`}
      ${state.code && state.invitation && html`<${LinkField} id="new-invitation" label=${_("The new invitation")} value=${state.invite_url} help=${_("Send it to those who have not come in yet.")} />`}
      ${asking && html`
        <${Ask} title=${_("Take a new code?")} yes=${_("Take a new code")} no=${_("Keep the code")} onYes=${take} onClose=${() => setAsking(false)}>
          <p>${_("The old code and its QR code open nothing any more, on paper and in messages too. It cannot be undone.")}</p>
          <label class="check"><input type="checkbox" checked=${invitation} onChange=${(event) => setInvitation(event.currentTarget.checked)} />
            <span>${_("Make a new invitation link too. The one that was sent out stops working.")}</span></label>
        <//>`}
    </section>`;
}
