// The spotlight on the board: one thing as large as it fits, under the frame of the step that the room is in.
import { html } from "../lib/html.js";
import { storyOf } from "../lib/story.js";
import { laidOut } from "../lib/columns.js";
import { shownHere } from "../lib/steps.js";
import { softened } from "../lib/text.js";
import { looksFor, useFit } from "../lib/wall.js";
import { _ } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { useClusterSheets } from "./board-clusters.js";
import { useCycle } from "./board-cycle.js";
import { BoardFrame } from "./board-frame.js";
import { BoardNotes } from "./board-notes.js";
import { BoardPanes } from "./board-panes.js";
import { useOutcome } from "./board-outcome.js";
import { useScored } from "./board-scoring.js";
import { useResult } from "./board-vote.js";
import { answeredWord, PollCounts } from "./poll-result.js";
import { Note } from "./note.js";
import { overLine, titleOf, useLitSaid } from "./spotlight.js";

const LOOKS = ["huge", "large", "middle", "small"]; // of one thing alone
const WORD_LOOKS = LOOKS.slice(1);
const FEW = 6; // notes that may be larger than on a wall
const ROWS = 6; // of a result: its own question stands above it

export function BoardSpotlight(props) {
  useLitSaid(props.room, props.lit);
  return html`<${wayOf(props.lit)} ...${props} />`;
}

function wayOf({ of, step, round, scoring, poll, cycle }) {
  if (cycle) return LitCycle;
  if (poll) return poll.form === "words" ? LitWordCounts : LitPoll;
  if (of === "note") return LitNote;
  if (of === "cluster") return LitCluster;
  if (!step) return LitText;
  if (round) return LitResult;
  if (scoring) return LitScoring;
  return { clusters: LitClusters, actions: LitOutcome }[step.layout] ?? LitWall;
}

function Lit({ room, workshop, step, lit, sub, pages, children }) {
  const [phase, question] = step ? [step.phase, step.prompt || step.title] : ["frame", workshop.title];
  const title = titleOf(lit);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${phase} question=${question} pages=${pages}>
      <section class="spotlight" data-of=${lit.of} aria-label=${_("In the spotlight")}>
        <header class="spotlight-head"><p class="spotlight-over">${overLine(room.scene, lit)}${sub && html` <span class="spotlight-sub">${sub}</span>`}</p>
          ${title && html`<h2 class="spotlight-title" dir="auto">${softened(title)}</h2>`}</header>
        ${children}
      </section>
    <//>`;
}

function LitNote(props) {
  const { box } = useFit(LOOKS, 1);
  return html`<${Lit} ...${props}><div class="lit-one" ref=${box}><ul class="notes"><${Note} room=${props.room} id=${props.lit.id} words=${softened} /></ul></div><//>`;
}

function LitText(props) {
  const { box } = useFit(LOOKS, 1);
  const { of, text } = props.lit;
  return html`
    <${Lit} ...${props}><div class="lit-one" ref=${box}><div><div class="lit-text">
      ${of === "decision" && html`<i class="knot" aria-hidden="true"></i>`}<p class="spotlight-text" dir="auto">${softened(text)}</p></div></div></div><//>`;
}

function LitPoll(props) {
  return html`<${Lit} ...${props} sub=${answeredWord(props.lit.poll)}><${PollCounts} poll=${props.lit.poll} /><//>`;
}

// As many words as people, perhaps: columns that are filled and paged.
function LitWordCounts(props) {
  const { poll } = props.lit;
  const { box, pages } = useFit(WORD_LOOKS, poll.results.length);
  return html`
    <${Lit} ...${props} sub=${answeredWord(poll)} pages=${pages}>
      ${poll.results.length > 0 && html`<div class="lit-words" ref=${box}><${PollCounts} poll=${poll} words=${softened} /></div>`}
    <//>`;
}

function LitCluster(props) {
  const { room, step, lit } = props;
  return html`<${LitNotes} ...${props} notes=${lit.notes} sub=${step?.setup?.story && storyWord(room.scene, step)} />`;
}

// Where the round of stories is.
function storyWord(scene, step) {
  const { all, n } = storyOf(scene, outline(scene, step));
  return _("%(n)s of %(all)s", { n, all });
}

function LitWall(props) {
  const { room: { scene }, lit: { step } } = props;
  const notes = shownHere(scene, step);
  const groups = laidOut(scene, step, notes);
  return html`<${groups.length > 1 ? LitPanes : LitNotes} ...${props} notes=${notes} groups=${groups} />`;
}

// Columns, or a wall and its trays.
function LitPanes({ notes, groups, ...props }) {
  const { box, pages } = useFit(looksFor(notes.length), notes.length);
  const trays = groups.filter(({ id }) => id.startsWith("tray"));
  return html`<${Lit} ...${props} pages=${pages}><${BoardPanes} room=${props.room} box=${box} panes=${groups.filter((group) => !trays.includes(group))} trays=${trays} /><//>`;
}

function LitNotes({ notes, sub, ...props }) {
  const { box, pages } = useFit(notes.length > FEW ? looksFor(notes.length) : ["huge", ...looksFor(notes.length)], notes.length);
  return html`<${Lit} ...${props} sub=${sub} pages=${pages}>${notes.length > 0 && html`<${BoardNotes} room=${props.room} box=${box} notes=${notes} />`}<//>`;
}

function LitClusters(props) {
  const { sub, pages, content } = useClusterSheets(props.room, props.lit.step);
  return html`<${Lit} ...${props} sub=${sub} pages=${pages}>${content}<//>`;
}

function LitCycle(props) {
  const { pages, content } = useCycle(props.room, props.lit.cycle);
  return html`<${Lit} ...${props} pages=${pages}>${content}<//>`;
}

function LitResult(props) {
  const { sub, pages, content } = useResult(props.room, props.lit.round, ROWS);
  return html`<${Lit} ...${props} sub=${sub} pages=${pages}>${content}<//>`;
}

function LitScoring(props) {
  const { sub, pages, content } = useScored(props.room, props.lit.scoring);
  return html`<${Lit} ...${props} sub=${sub} pages=${pages}>${content}<//>`;
}

function LitOutcome(props) {
  const { pages, content } = useOutcome(props.room);
  return html`<${Lit} ...${props} pages=${pages}>${content}<//>`;
}
