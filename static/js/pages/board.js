// The projector's page: only read, readable from the back row, and standing still when the network does not.
import { effect, html, render } from "../lib/html.js";
import { stayAwake } from "../lib/awake.js";
import { litThing } from "../lib/lit.js";
import { turned } from "../lib/paging.js";
import { openPoll } from "../lib/polls.js";
import { currentStep } from "../lib/steps.js";
import { BoardBreak } from "../views/board-break.js";
import { BoardClusters } from "../views/board-clusters.js";
import { BoardForm } from "../views/board-form.js";
import { BoardFrame } from "../views/board-frame.js";
import { BoardLobby } from "../views/board-lobby.js";
import { BoardMatrix } from "../views/board-matrix.js";
import { BoardClosed, BoardOutcome } from "../views/board-outcome.js";
import { BoardPoll } from "../views/board-poll.js";
import { BoardScoring } from "../views/board-scoring.js";
import { BoardSpotlight } from "../views/board-spotlight.js";
import { BoardTable } from "../views/board-table.js";
import { BoardVote } from "../views/board-vote.js";
import { BoardWall } from "../views/board-wall.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

const BOARDS = {
  wall: BoardWall,
  columns: BoardWall,
  clusters: BoardClusters,
  vote: BoardVote,
  poll: BoardScoring,
  table: BoardTable,
  matrix: BoardMatrix,
  form: BoardForm,
  actions: BoardOutcome,
  talk: BoardOutcome,
};

function Board({ room }) {
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const step = currentStep(room.scene);
  if (workshop.state === "closed") return html`<${BoardClosed} room=${room} workshop=${workshop} />`;
  const poll = openPoll(room.scene);
  if (poll) return html`<${BoardPoll} key=${poll.id} room=${room} workshop=${workshop} step=${step} poll=${poll} />`;
  const lit = litThing(room.scene);
  if (lit) return html`<${BoardSpotlight} key=${`${lit.of} ${lit.id}`} room=${room} workshop=${workshop} step=${step} lit=${lit} />`;
  if (!step) return html`<${workshop.board_blank ? BlankLobby : BoardLobby} room=${room} workshop=${workshop} />`;
  return html`<${boardOf(step)} key=${step.id} room=${room} workshop=${workshop} step=${step} />`;
}

// Threads and names go too.
function BlankLobby({ room, workshop }) {
  return html`<${BoardFrame} room=${room} workshop=${workshop} phase="frame" question="" />`;
}

function boardOf({ phase, layout }) {
  return phase === "break" ? BoardBreak : BOARDS[layout];
}

begin((room, root) => {
  effect(() => {
    turned.value = room.scene.one("page")?.turns ?? null;
  });
  render(html`<${Board} room=${room} />`, root);
  stayAwake();
});
