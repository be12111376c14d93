// What is done to the board from the console: dark or lit, and the light off one thing.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { litWords } from "../lib/light.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

// In the head it is a sign alone: a room that should look up is not kept waiting for a scroll.
export function BlankBoard({ room, workshop }) {
  const blank = workshop.board_blank;
  const word = blank ? _("Light the board") : _("Blank the board");
  return html`
    <${Act} room=${room} kind="BlankBoard" fields=${{ blank: !blank }} class="button button--quiet button--small button--square" aria-label=${word} title=${word}>
      <${Icon} name=${blank ? "monitor" : "monitor-off"} /><//>`;
}

// What the board shows page by page; how many pages there are, the board says.
export function TurnPages({ room }) {
  const page = room.scene.one("page");
  const turn = (turns) => room.send("TurnPage", { turns });
  const square = "button button--square button--quiet";
  return html`
    <span class="turn-pages" role="group" aria-label=${_("The board's pages")}>
      ${page && html`<button type="button" class=${square} aria-label=${_("Let the pages turn by themselves")} title=${_("Let the pages turn by themselves")} onClick=${() => turn(null)}><${Icon} name="play" /></button>`}
      <button type="button" class=${square} aria-label=${_("Turn the board back a page")} title=${_("Turn the board back a page")} onClick=${() => turn((page?.turns ?? 0) - 1)}><${Icon} name="chevron-left" /></button>
      <button type="button" class=${square} aria-label=${_("Turn the board a page")} title=${_("Turn the board a page")} onClick=${() => turn((page?.turns ?? 0) + 1)}><${Icon} name="chevron-right" /></button></span>`;
}

export function BoardActs({ room }) {
  const { board_blank: blank, purpose, started_at: begun } = room.scene.one("workshop");
  const lit = room.scene.one("spotlight");
  return html`
    <div class="buttons board-acts">
      <${Act} room=${room} kind="BlankBoard" fields=${{ blank: !blank }} icon=${blank ? "monitor" : "monitor-off"}>${blank ? _("Light the board") : _("Blank the board")}<//>
      ${lit && html`<${EndLight} room=${room} />`}
      ${!lit && purpose && html`<${Act} room=${room} kind="Spotlight" fields=${{ of: "purpose", item: "" }} icon="lightbulb">${_("Show the purpose")}<//>`}
      ${!lit && begun && html`<${ShowGrowth} room=${room} />`}
    </div>`;
}

// The room looks back: every board plays how the workshop came to be what it is.
export function ShowGrowth({ room }) {
  return html`<${Act} room=${room} kind="Spotlight" fields=${{ of: "growth", item: "" }} icon="history">${_("Show how it grew")}<//>`;
}

export function EndLight({ room }) {
  return html`<${Act} room=${room} kind="EndSpotlight" icon="x">${_("End the spotlight")}<//>`;
}

// On a phone the board's part lies far below: what is unusual about the board is said above the step, with its end.
export function BoardState({ room, workshop }) {
  const lit = litWords(room);
  return html`
    ${workshop.board_blank && html`
      <p class="board-state"><span>${_("The board is dark.")}</span><${Act} room=${room} kind="BlankBoard" fields=${{ blank: false }} class="button button--small">${_("Light the board")}<//></p>`}
    ${lit && html`
      <p class="board-state"><span dir="auto">${_("In the spotlight: “%(words)s”", { words: lit })}</span><${Act} room=${room} kind="EndSpotlight" class="button button--small">${_("End the spotlight")}<//></p>`}`;
}
