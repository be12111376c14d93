// One person in the sheet of people: the name, and unfolded what can be done for them.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { paperOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";
import { NameSeat } from "./name-seat.js";
import { ShowOut } from "./show-out.js";

export function Person({ room, person, open, onOpen, onNewKey }) {
  const { id, known, removed } = person;
  const row = useRef(null);
  useEffect(() => {
    if (open) row.current?.focus(); // it has just come to another list, out of the one where it was pressed
  }, []);
  if (id === room.you.value.id) return html`<li class="person"><p class="person-row"><span class="person-name" dir="auto">${known}</span><span class="person-tag">${_("you")}</span></p></li>`;
  return html`
    <li class="person">
      <button type="button" class="person-row" ref=${row} aria-expanded=${String(open)} onClick=${onOpen}>
        <span class="person-name" dir="auto">${known}</span>${isLate(room, person) && html`<span class="person-tag">${_("came late to the vote")}</span>`}<${Icon} name="chevron-right" /></button>
      ${open && html`<div class="person-acts buttons">
        ${removed
          ? html`<${Act} room=${room} kind="ReadmitParticipant" fields=${{ participant: id }} class="button button--small">${_("Let in again")}<//>`
          : html`<${ForThem} room=${room} person=${person} /><${Out} room=${room} person=${person} onNewKey=${onNewKey} />`}
      </div>`}
    </li>`;
}

function ForThem({ room, person }) {
  const { id, seat } = person;
  const round = openRound(room);
  return html`
    ${seat && html`<a class="button button--small" href="/w/${room.workshop}/seat/${id}" target="_blank"><${Icon} name="pencil" />${_("Write and vote for them")}</a><p class="small">${_("A page of their own opens.")}</p><${NameSeat} room=${room} person=${person} />`}
    ${isLate(room, person) && html`<${Act} room=${room} kind="AdmitVoter" fields=${{ round: round.id, participant: id }} class="button button--small">${_("Let into the vote")}<//>`}`;
}

const openRound = ({ scene }) => scene.all("round").find(({ state }) => state === "open");

function isLate(room, { id, role, removed }) {
  const round = openRound(room);
  return Boolean(round) && role === "participant" && !removed && !paperOf(room.scene, round, id);
}

function Out({ room, person, onNewKey }) {
  const [asking, setAsking] = useState(false);
  return html`
    <button type="button" class="button button--small" onClick=${() => setAsking(true)}><${Icon} name="user-round-x" />${person.seat ? _("Take away") : _("Show out")}</button>
    ${asking && html`<${ShowOut} room=${room} person=${person} onNewKey=${onNewKey} onClose=${() => setAsking(false)} />`}`;
}
