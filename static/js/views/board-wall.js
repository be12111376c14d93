// Notes on the board: hidden ones as a number only, shown ones as a wall that pages and never shrinks. What a
// cycle was given to begin with stays in sight while more is written in private.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { byAuthor } from "../lib/authors.js";
import { apart, byColumn, columnsOf } from "../lib/columns.js";
import { secondsLeft } from "../lib/clock.js";
import { hiddenStep, notesHere } from "../lib/steps.js";
import { byGroup, groupsIn, isByGroup } from "../lib/working-groups.js";
import { looksFor, useFit } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { BoardNotes } from "./board-notes.js";
import { BoardPanes, Prompts } from "./board-panes.js";
import { Legend } from "./legend.js";
import { Time } from "./timer.js";

const RISING = 1600; // ms that the reveal takes

export function BoardWall({ room, workshop, step }) {
  const notes = notesHere(room.scene, step).filter((note) => note.readers === "all");
  const hidden = hiddenStep(room.scene, step);
  if (hidden && !notes.length) return html`<${Writing} room=${room} workshop=${workshop} step=${step} hidden=${hidden} />`;
  return html`<${Shown} room=${room} workshop=${workshop} step=${step} hidden=${hidden} notes=${notes} />`;
}

function Writing({ room, workshop, step, hidden }) {
  const left = secondsLeft(room.scene.one("timer"));
  const n = written(room);
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} timer=${false}>
      <div class="writing">
        ${left !== null && html`<p class="writing-time"><${Time} seconds=${left} /></p>`}
        ${n !== undefined && html`<p class="writing-count"><span class="count">${n}</span> ${ngettext("note written", "notes written", n)}</p>`}
        <p class="writing-more">${n === undefined ? _("Everyone writes alone. All notes are shown together.") : whoReads(hidden)}</p>
        <${Prompts} step=${step} />
      </div>
    <//>`;
}

// Nothing where it is not known, as of a time that is over.
function written(room) {
  return room.presence.value.counts?.hidden;
}

function whoReads({ readers }) {
  if (readers === "facilitator") return _("Only their writers and the facilitator see them until we reveal.");
  return _("Only their writers see them until we reveal.");
}

function Shown({ room, workshop, step, hidden, notes }) {
  const beside = panesOf(room, step, notes);
  const authors = beside ? null : byAuthor(step, notes);
  const { box, pages } = useFit(looksFor(notes.length), notes.length + (authors?.length ?? 0));
  const rising = useRising(step, notes.length);
  const headed = columnsOf(step).length > 0; // what stands over each column says how many, and may say of what kind
  const typed = columnsOf(step).some(({ type }) => type);
  const n = written(room);
  const sub = hidden && [n !== undefined && `${n} ${ngettext("note written", "notes written", n)}`, whoReads(hidden)].filter(Boolean).join(" · ");
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} sub=${sub} pages=${pages}>
      ${!typed && html`<${Legend} notes=${notes}>${!hidden && !headed && html`<li><span class="count">${notes.length}</span> ${ngettext("note", "notes", notes.length)}</li>`}<//>`}
      ${beside ? html`<${BoardPanes} room=${room} box=${box} ...${beside} rising=${rising} />`
        : notes.length > 0 && html`<${BoardNotes} room=${room} box=${box} notes=${notes} authors=${authors} rising=${rising} />`}
    <//>`;
}

// Columns, or a wall and its trays: {panes, trays}; null where all notes lie on one wall.
function panesOf({ scene }, step, notes) {
  const [trays, rest] = apart(scene, step, notes);
  if (columnsOf(step).length) return { panes: byColumn(step, rest), trays };
  if (isByGroup(step) && groupsIn(scene).length) return { panes: byGroup(scene, rest), trays };
  return trays.length ? { panes: [{ id: "shown", notes: rest }], trays } : null;
}

// The first drawing after notes came, if this page was there when they came.
function useRising(step, count) {
  const [rising, setRising] = useState(false);
  const before = useRef(null);
  useEffect(() => {
    const came = before.current?.step === step.id && before.current.count === 0 && count > 1;
    before.current = { step: step.id, count };
    if (!came) return undefined;
    setRising(true);
    const timer = setTimeout(() => setRising(false), RISING);
    return () => clearTimeout(timer);
  }, [step.id, count === 0]);
  return rising;
}
