// Several prompts side by side, each with its notes. Tap: "Move". Keys: M. Mouse on wider screens: drag.
import { say } from "../lib/announce.js";
import { apart, byColumn, columnsOf, sortsForAll } from "../lib/columns.js";
import { startDrag } from "../lib/drag.js";
import { html, useCallback, useState } from "../lib/html.js";
import { notesHere } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { Papers } from "../views/papers.js";
import { SortSheet } from "../views/sort.js";

// The list that everything is drawn from: the columns in their order, what lies in none, and the trays.
// The own ones that are hidden stand first in their column, the newest on top.
export function outline(scene, step) {
  const notes = notesHere(scene, step);
  const own = notes.filter(({ id, readers }) => readers !== "all" && scene.get("authorship", id)).reverse();
  const others = notes.filter(({ id, readers }) => readers !== "all" && !scene.get("authorship", id));
  const [trays, rest] = apart(scene, step, notes.filter(({ readers }) => readers === "all"));
  return [...byColumn(scene.get("step", step.id) ?? step, [...own, ...others, ...rest]), ...trays];
}

export function Columns({ room, step, onBuild, onShine, onHold }) {
  const [moving, setMoving] = useState("");
  const [target, setTarget] = useState(null);
  const { scene } = room;
  const isOwn = (id) => Boolean(scene.get("authorship", id));
  const may = (id) => {
    const note = scene.get("note", id);
    if (!note || columnsOf(step).length < 2) return false;
    if (isOwn(id) && note.step === step.id && !step.locks.includes("writing")) return true;
    return note.readers === "all" && !step.locks.includes("moving") && (sortsForAll(step) || Boolean(onShine));
  };
  const put = (id, column) => sortNote(room, step, id, column, !onShine && !sortsForAll(step));
  const drag = useCallback((event) => may(event.currentTarget.dataset.id) && startDrag(event, {
    targetAt: (under) => under?.closest("[data-layout=columns] [data-column]")?.dataset.column ?? null,
    over: setTarget,
    drop: (column) => put(event.target.closest("[data-item]").dataset.id, column),
  }), [step]);
  return html`
    <${Papers} name="columns" outline=${outline} room=${room} step=${step} onBuild=${onBuild} onShine=${onShine} onHold=${onHold}
      onMove=${setMoving} mayMove=${may} onDrag=${drag} over=${target} />
    ${moving && html`<${SortSheet} room=${room} step=${step} id=${moving} onPut=${put} onClose=${() => setMoving("")} />`}`;
}

// Where only writers move their own, the move is a change of the note: it is signed as the note is.
function sortNote(room, step, id, column, asWriter) {
  const note = room.scene.get("note", id);
  if (!note || note.column === column) return;
  if (asWriter || note.readers !== "all") room.send("ChangeNote", { note: id, column });
  else room.send("SortNote", { step: step.id, note: id, column });
  say(_("Moved to “%(title)s”.", { title: columnsOf(step).find((each) => each.id === column).title }));
}
