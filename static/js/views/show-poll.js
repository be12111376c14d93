// What the room answered, in the light of every screen: it comes there by itself at the close.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export function ShowPoll({ room, poll }) {
  const isLit = room.scene.one("spotlight")?.item === poll.id;
  const [kind, fields] = isLit ? ["EndSpotlight", {}] : ["Spotlight", { of: "poll", item: poll.id }];
  return html`<div class="buttons"><${Act} room=${room} kind=${kind} fields=${fields} icon="monitor" class="button button--small">
    ${isLit ? _("Take it off the board") : _("Show it on the board")}<//></div>`;
}
