// Notes on the board: hidden ones as a number only, shown ones as a wall that pages and never shrinks.
import { html, useEffect, useLayoutEffect, useRef, useState } from "../lib/html.js";
import { secondsLeft } from "../lib/clock.js";
import { usePages } from "../lib/paging.js";
import { hiddenStep, notesHere } from "../lib/steps.js";
import { columnsFor, pageCount, turnTo } from "../lib/wall.js";
import { _, ngettext } from "../lib/words.js";
import { BoardFrame } from "./board-frame.js";
import { Legend } from "./legend.js";
import { Note } from "./note.js";
import { Time } from "./timer.js";

const RISING = 1600; // ms that the reveal takes

export function BoardWall({ room, workshop, step }) {
  const notes = notesHere(room.scene, step).filter((note) => note.readers === "all");
  const hidden = hiddenStep(room.scene, step);
  if (hidden) return html`<${Writing} room=${room} workshop=${workshop} step=${step} hidden=${hidden} />`;
  return html`<${Shown} room=${room} workshop=${workshop} step=${step} notes=${notes} />`;
}

function Writing({ room, workshop, step, hidden }) {
  const left = secondsLeft(room.scene.one("timer"));
  const n = room.presence.value.counts?.hidden ?? 0;
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} timer=${false}>
      <div class="writing">
        ${left !== null && html`<p class="writing-time"><${Time} seconds=${left} /></p>`}
        <p class="writing-count"><span class="count">${n}</span> ${ngettext("note written", "notes written", n)}</p>
        <p class="writing-more">${whoReads(hidden)}</p>
      </div>
    <//>`;
}

function whoReads({ readers }) {
  if (readers === "facilitator") return _("Only their writers and the facilitator see them until we reveal.");
  return _("Only their writers see them until we reveal.");
}

function Shown({ room, workshop, step, notes }) {
  const wall = useRef(null);
  const [count, setCount] = useState(1);
  const pages = usePages(count);
  const rising = useRising(step, notes.length);
  useLayoutEffect(() => {
    if (!wall.current) return;
    setCount(pageCount(wall.current));
    turnTo(wall.current, pages.at);
  });
  return html`
    <${BoardFrame} room=${room} workshop=${workshop} phase=${step.phase} question=${step.prompt || step.title} pages=${pages}>
      <${Legend} notes=${notes}><li><span class="count">${notes.length}</span> ${ngettext("note", "notes", notes.length)}</li><//>
      ${notes.length > 0 && html`<div class="wall" data-columns=${columnsFor(notes.length)} ref=${wall}>
        <ul class="notes ${rising ? "notes--reveal" : ""}">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul></div>`}
    <//>`;
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
