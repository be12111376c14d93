// The projector's page: only read, readable from the back row, and standing still when the network does not.
import { html, render } from "../lib/html.js";
import { stayAwake } from "../lib/awake.js";
import { currentStep } from "../lib/steps.js";
import { BoardClusters } from "../views/board-clusters.js";
import { BoardLobby } from "../views/board-lobby.js";
import { BoardClosed, BoardOutcome } from "../views/board-outcome.js";
import { BoardVote } from "../views/board-vote.js";
import { BoardWall } from "../views/board-wall.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

const BOARDS = { wall: BoardWall, clusters: BoardClusters, vote: BoardVote, actions: BoardOutcome, talk: BoardOutcome };

function Board({ room }) {
  const workshop = room.scene.one("workshop");
  if (!workshop) return null;
  const step = currentStep(room.scene);
  if (workshop.state === "closed") return html`<${BoardClosed} room=${room} workshop=${workshop} />`;
  if (!step) return html`<${BoardLobby} room=${room} workshop=${workshop} />`;
  return html`<${BOARDS[step.layout]} key=${step.id} room=${room} workshop=${workshop} step=${step} />`;
}

begin((room, root) => {
  render(html`<${Board} room=${room} />`, root);
  stayAwake();
});
