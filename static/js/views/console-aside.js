// The right of the console: the room in counts and never in names, the board and what is done to it, and what comes.
import { html } from "../lib/html.js";
import { roundOf } from "../lib/ballot.js";
import { scoringOf } from "../lib/marks.js";
import { inTheLot, isAboutParking } from "../lib/parked.js";
import { hiddenStep, inOrder, sources } from "../lib/steps.js";
import { rowsOf } from "../lib/table.js";
import { _, ngettext } from "../lib/words.js";
import { AskRoom } from "./ask-room.js";
import { Bars } from "./bars.js";
import { Code } from "./code.js";
import { DoorButton } from "./door-button.js";
import { Seal } from "./finals.js";
import { GroanZone } from "./groan-zone.js";
import { Hands } from "./hands.js";
import { HeldPart } from "./held-part.js";
import { Thoughts } from "./parked-list.js";
import { ParkedTools } from "./parked-menu.js";
import { Preview } from "./preview.js";
import { Qr } from "./qr.js";
import { Signals } from "./signals.js";

export function ConsoleAside({ room, workshop, step }) {
  return html`
    <aside class="console-aside" tabindex="0" aria-label=${_("The room")}>
      <${HereNow} room=${room} step=${step} />
      <${Hands} room=${room} />
      ${step?.phase === "integrate" && html`<${GroanZone} room=${room} workshop=${workshop} step=${step} />`}
      <${HeldPart} room=${room} step=${step} />
      ${workshop.state !== "closed" && html`<${AskRoom} room=${room} />`}
      ${step && html`<${Preview} room=${room} step=${step} />`}
      ${step && html`<${Names} room=${room} step=${step} />`}
      ${!(step && isAboutParking(step)) && html`<${Parked} room=${room} />`}
      ${step && html`<section class="aside-part"><details><summary class="aside-title">${_("Join")} <${Code} code=${workshop.code} /></summary>
        <${Qr} room=${room} size=${160} /></details><${DoorButton} room=${room} workshop=${workshop} /></section>`}
      ${step && html`<${AfterThis} room=${room} step=${step} />`}
    </aside>`;
}

function HereNow({ room, step }) {
  const { here = 0, counts = {} } = room.presence.value;
  const round = step && roundOf(room.scene, step);
  const [met, all, words] = whatToCount(room, step, round, here, counts);
  return html`
    <section class="aside-part" data-phase=${step?.phase}><h2 class="aside-title">${_("Here now")} <span class="count">${here}</span></h2>
      <${Bars} met=${met} all=${all} phase=${step?.phase ?? "frame"} /><p class="bars-words">${words}</p>
      ${step && html`<${Signals} room=${room} step=${step} />`}</section>`;
}

function whatToCount(room, step, round, here, counts) {
  const { joined = 0, writers = 0, hidden = 0, notes = 0, voted = 0, scored = 0 } = counts;
  if (round?.state === "open") {
    return [voted, round.electorate, html`<b>${_("%(n)s of %(all)s have voted", { n: voted, all: round.electorate })}</b>`];
  }
  const scoring = step && scoringOf(room.scene, step);
  if (scoring?.state === "open" && !scoring.consensus) {
    return [scored, scoring.electorate, html`<b>${_("%(n)s of %(all)s have answered", { n: scored, all: scoring.electorate })}</b>`];
  }
  const rows = step?.layout === "table" ? rowsOf(room.scene, step).length : 0;
  if (step && hiddenStep(room.scene, step) && !(rows && !hidden)) {
    return [writers, joined, html`<b>${_("%(n)s of %(all)s have written", { n: writers, all: joined })}</b> · ${ngettext("%(n)s note", "%(n)s notes", hidden)}`];
  }
  const many = rows ? ngettext("%(n)s row", "%(n)s rows", rows) : notes ? ngettext("%(n)s note", "%(n)s notes", notes) : "";
  const told = many && html` · ${many}`;
  return [Math.min(here, joined), joined, html`<b>${ngettext("%(n)s has joined", "%(n)s have joined", joined)}</b>${told}`];
}

// Until a step is sealed its notes can be changed by who wrote them, so a link to them still exists.
function Names({ room, step }) {
  const open = [...sources(room.scene, step)].map((id) => room.scene.get("step", id));
  const sealable = open.filter((each) => each.anonymous && each.revealed && !each.sealed);
  if (!sealable.length) return null;
  return html`
    <section class="aside-part"><h2 class="aside-title">${_("Who wrote what")}</h2>
      <p>${_("Nobody sees it. Until a step is sealed, each person can change their own notes.")}</p>
      <div class="buttons">${sealable.map((each) => html`<${Seal} key=${each.id} room=${room} step=${each} />`)}</div></section>`;
}

function Parked({ room }) {
  const parked = inTheLot(room.scene);
  if (!parked.length) return null;
  return html`
    <section class="aside-part"><details><summary class="aside-title">${_("Parking lot")} <span class="count">${parked.length}</span></summary>
      <${Thoughts} room=${room} parked=${parked} tools=${(thought) => html`<${ParkedTools} room=${room} thought=${thought} />`} /></details></section>`;
}

function AfterThis({ room, step }) {
  const next = inOrder(room.scene).find(({ place }) => place > step.place);
  return html`
    <section class="aside-part aside-next"><h2 class="aside-title">${_("After this")}</h2>
      <p>${next ? html`<b dir="auto">${next.title}</b> ${_("%(n)s min", { n: next.minutes })}` : _("The workshop closes.")}</p></section>`;
}
