// A step on the board: each layout has its own drawing.
import { html } from "../lib/html.js";
import { BoardBreak } from "./board-break.js";
import { BoardClusters } from "./board-clusters.js";
import { BoardForm } from "./board-form.js";
import { BoardMatrix } from "./board-matrix.js";
import { BoardOutcome } from "./board-outcome.js";
import { BoardScoring } from "./board-scoring.js";
import { BoardTable } from "./board-table.js";
import { BoardVote } from "./board-vote.js";
import { BoardWall } from "./board-wall.js";

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

export function BoardStep({ room, workshop, step }) {
  const Shown = step.phase === "break" ? BoardBreak : BOARDS[step.layout];
  return html`<${Shown} key=${step.id} room=${room} workshop=${workshop} step=${step} />`;
}
