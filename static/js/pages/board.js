// The projector's page: only read, readable from the back row, and standing still when the network does not.
import { effect, html } from "../lib/html.js";
import { stayAwake } from "../lib/awake.js";
import { litThing } from "../lib/lit.js";
import { turned } from "../lib/paging.js";
import { openPoll } from "../lib/polls.js";
import { currentStep } from "../lib/steps.js";
import { BoardFrame } from "../views/board-frame.js";
import { BoardLobby } from "../views/board-lobby.js";
import { BoardPoll } from "../views/board-poll.js";
import { BoardSpotlight } from "../views/board-spotlight.js";
import { BoardClosed } from "../views/board-outcome.js";
import { BoardStep } from "../views/board-step.js";
import { Replay } from "../views/replay.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

function Board({ room }) {
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const step = currentStep(room.scene);
  const lit = litThing(room.scene);
  if (lit?.of === "growth") return workshop.board_blank ? html`<${BlankLobby} room=${room} workshop=${workshop} />` : html`<${Replay} room=${room} />`;
  if (workshop.state === "closed") return html`<${BoardClosed} room=${room} workshop=${workshop} />`;
  const poll = openPoll(room.scene);
  if (poll) return html`<${BoardPoll} key=${poll.id} room=${room} workshop=${workshop} step=${step} poll=${poll} />`;
  if (lit) return html`<${BoardSpotlight} key=${`${lit.of} ${lit.id}`} room=${room} workshop=${workshop} step=${step} lit=${lit} />`;
  if (!step) return html`<${workshop.board_blank ? BlankLobby : BoardLobby} room=${room} workshop=${workshop} />`;
  return html`<${BoardStep} room=${room} workshop=${workshop} step=${step} />`;
}

// Threads and names go too.
function BlankLobby({ room, workshop }) {
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase="frame" question="" />`;
}

begin(Board, (room) => {
  effect(() => {
    turned.value = room.scene.one("page")?.turns ?? null;
  });
  stayAwake();
});
