// Notes in clusters. Tap: the note's "Move" button. Keys: M, and Space to choose several. Mouse on wider
// screens: drag, one or all that are chosen. One command each.
import { html, useCallback, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayOfOthers } from "../lib/announce.js";
import { useChosen } from "../lib/chosen.js";
import { startDrag } from "../lib/drag.js";
import { found } from "../lib/finding.js";
import { useGroups } from "../lib/groups.js";
import { useRoving } from "../lib/roving.js";
import { notesHere, sources } from "../lib/steps.js";
import { useStill } from "../lib/still.js";
import { _, ngettext } from "../lib/words.js";
import { ChosenBar } from "../views/chosen-bar.js";
import { Cluster } from "../views/cluster.js";
import { Find } from "../views/find.js";
import { NoteMenu } from "../views/menu.js";
import { MoveSheet } from "../views/move.js";
import { NameCluster } from "../views/naming.js";

const LANDED = 1000; // ms that a note which others moved is outlined

// The list that everything is drawn from: clusters in order, and last the notes that stand alone.
export function outline(scene, step) {
  const here = sources(scene, step);
  const clusters = scene.all("cluster").filter((cluster) => here.has(cluster.step));
  clusters.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  const groups = [...clusters.filter(({ into }) => !into), { id: "" }].map((cluster) => ({ ...cluster, notes: [] }));
  const byId = new Map(groups.map((group) => [group.id, group]));
  // what is being put together stands so at once (drawings.js)
  for (const { id, into } of clusters) if (into) byId.set(id, byId.get(into) ?? byId.get(""));
  for (const note of notesHere(scene, step)) {
    if (note.readers === "all") (byId.get(note.cluster) ?? byId.get("")).notes.push(note);
  }
  return groups;
}

// onShine(of, id) and onHold(id) are missing where nobody facilitates: then Enter moves, as M does.
export function Clusters({ room, step, onShine, onHold }) {
  const root = useRef(null);
  const [moving, setMoving] = useState([]);
  const [opened, setOpened] = useState("");
  const [naming, setNaming] = useState("");
  const [target, setTarget] = useState(null);
  const [words, setWords] = useState("");
  const isFree = !step.locks.includes("moving");
  const groups = useGroups(outline, room.scene, step);
  const isEmpty = groups.length === 1 && !groups[0].notes.length;
  const textOf = ({ id, text }) => room.scene.get("note", id)?.text ?? text;
  const shown = words ? found(groups, words, textOf) : groups;
  const chosen = useChosen(groups);
  const choosing = chosen.on && isFree;
  const landed = useLanded(room, groups);
  const move = useCallback((id) => setMoving(chosen.with(id)), [chosen.with]);
  const open = isFree ? move : undefined;
  const menu = onShine ? setOpened : open;
  useRoving(root, { open: menu, move: open, choose: isFree ? chosen.toggle : undefined });
  useStill(root);

  const put = useCallback((notes, cluster) => {
    moveNotes(room, step, notes, cluster);
    chosen.end();
  }, [step.id, chosen.end]);
  const drag = useCallback((event) => isFree && startDrag(event, {
    targetAt: (under) => under?.closest("[data-layout=clusters] [data-group]")?.dataset.group ?? null,
    over: setTarget,
    drop: (cluster) => put(chosen.with(event.target.closest("[data-item]").dataset.id), cluster),
  }), [isFree, put]);
  const press = (event) => choosing && !event.target.closest("button, a, input, summary") && chosen.toggle(event.target.closest("[data-item]")?.dataset.id);
  return html`
    <div data-layout="clusters" data-choosing=${choosing ? "" : undefined} tabindex="-1" ref=${root} onClick=${press}>
      <p class="visually-hidden">${_("Arrow keys go between the notes, M moves one. Space chooses several.")}</p>
      <${Find} groups=${groups} shown=${shown} words=${words} onWords=${setWords} root=${root}>
        ${isFree && !choosing && !isEmpty && html`<button type="button" class="button button--small" onClick=${chosen.begin}>${_("Choose several")}</button>`}
      <//>
      ${isEmpty && html`<p class="empty">${_("Nothing to put together yet. The notes come here when they are shown.")}</p>`}
      <div class="clusters">
        ${!isEmpty && shown.map((group) => html`
          <${Cluster} key=${group.id} room=${room} group=${group} over=${target === group.id} landed=${landed} chosen=${choosing ? chosen.ids : null}
            onMove=${open} onName=${isFree && setNaming} onShine=${onShine} onMenu=${onShine && setOpened} onDrag=${drag} onChoose=${chosen.toggle} />`)}
      </div>
      ${choosing && html`<${ChosenBar} chosen=${chosen} onMove=${() => setMoving([...chosen.ids])} />`}
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onMove=${open} onShine=${(id) => onShine("note", id)} onHold=${onHold} onClose=${() => setOpened("")} />`}
      ${moving.length > 0 && html`<${MoveSheet} room=${room} step=${step} ids=${moving} groups=${groups} onPut=${put} onDone=${chosen.end} onClose=${() => setMoving([])} />`}
      ${naming && html`<${NameCluster} room=${room} step=${step} id=${naming} groups=${groups} leads=${Boolean(onShine)} onClose=${() => setNaming("")} />`}
    </div>`;
}

function moveNotes(room, step, ids, cluster) {
  const far = ids.filter((id) => (room.scene.get("note", id)?.cluster ?? cluster) !== cluster);
  if (!far.length) return;
  if (far.length === 1) room.send("MoveNote", { step: step.id, note: far[0], cluster });
  else room.send("MoveNotes", { step: step.id, notes: far, cluster });
  say(movedWords(far.length, cluster && titleOf(room, cluster)));
}

function movedWords(n, title) {
  if (n === 1) return title ? _("Moved to “%(title)s”.", { title }) : _("It stands alone now.");
  if (title) return ngettext("%(n)s note moved to “%(title)s”.", "%(n)s notes moved to “%(title)s”.", n, { title });
  return ngettext("%(n)s note stands alone now.", "%(n)s notes stand alone now.", n);
}

function titleOf({ scene }, id) {
  return scene.get("cluster", id)?.title || _("No name yet");
}

// Which notes others have moved just now: outlined for a second, and told in one sentence.
function useLanded(room, groups) {
  const before = useRef(null);
  const [landed, setLanded] = useState(new Set());
  const now = new Map(groups.flatMap((group) => group.notes.map((note) => [note.id, note])));
  const key = [...now.values()].map(({ id, cluster }) => id + cluster).join();
  useEffect(() => {
    const moved = [...now.values()].filter((note) => before.current?.has(note.id) && before.current.get(note.id).cluster !== note.cluster);
    before.current = now;
    const own = new Set(room.entries.peek().flatMap(({ fields }) => [fields.note, ...(fields.notes ?? [])]));
    const others = moved.filter((note) => !note.pending && !own.has(note.id));
    if (!others.length) return undefined;
    sayOfOthers("moves", _("Notes are being moved."));
    setLanded(new Set(others.map(({ id }) => id)));
    const timer = setTimeout(() => setLanded(new Set()), LANDED);
    return () => clearTimeout(timer);
  }, [key]);
  return landed;
}
