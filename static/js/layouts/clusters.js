// Notes in clusters. Tap: the note's "Move" button. Keys: M. Mouse on wider screens: drag. One command each.
import { html, useCallback, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayOfOthers } from "../lib/announce.js";
import { startDrag } from "../lib/drag.js";
import { useGroups } from "../lib/groups.js";
import { useRoving } from "../lib/roving.js";
import { notesHere, sources } from "../lib/steps.js";
import { useStill } from "../lib/still.js";
import { _ } from "../lib/words.js";
import { Cluster } from "../views/cluster.js";
import { NoteMenu } from "../views/menu.js";
import { MoveSheet } from "../views/move.js";
import { NameCluster } from "../views/naming.js";

const LANDED = 1000; // ms that a note which others moved is outlined

// The list that everything is drawn from: clusters in order, and last the notes that stand alone.
export function outline(scene, step) {
  const here = sources(scene, step);
  const clusters = scene.all("cluster").filter((cluster) => here.has(cluster.step));
  clusters.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  const known = new Set(clusters.map(({ id }) => id));
  const notes = notesHere(scene, step).filter((note) => note.readers === "all");
  const inside = (id) => notes.filter((note) => (known.has(note.cluster) ? note.cluster : "") === id);
  return [...clusters.map((cluster) => ({ ...cluster, notes: inside(cluster.id) })), { id: "", notes: inside("") }];
}

// onShine(of, id) and onHold(id) are missing where nobody facilitates: then Enter moves, as M does.
export function Clusters({ room, step, onShine, onHold }) {
  const root = useRef(null);
  const [moving, setMoving] = useState("");
  const [opened, setOpened] = useState("");
  const [naming, setNaming] = useState("");
  const [target, setTarget] = useState(null);
  const groups = useGroups(outline, room.scene, step);
  const landed = useLanded(room, groups);
  const open = step.locks.includes("moving") ? undefined : setMoving;
  const menu = onShine ? setOpened : open;
  useRoving(root, { open: menu, move: open });
  useStill(root);

  const put = useCallback((note, cluster) => moveNote(room, step, note, cluster), [step.id]);
  const drag = useCallback((event) => open && startDrag(event, {
    targetAt: (under) => under?.closest("[data-layout=clusters] [data-group]")?.dataset.group ?? null,
    over: setTarget,
    drop: (cluster) => put(event.target.closest("[data-item]").dataset.id, cluster),
  }), [open, put]);
  return html`
    <div data-layout="clusters" tabindex="-1" ref=${root}>
      <p class="visually-hidden">${_("Arrow keys go between the notes, M moves one.")}</p>
      <div class="clusters">
        ${groups.map((group) => html`
          <${Cluster} key=${group.id} room=${room} group=${group} over=${target === group.id} landed=${landed}
            onMove=${open} onName=${open && setNaming} onShine=${onShine} onMenu=${onShine && setOpened} onDrag=${drag} />`)}
      </div>
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onMove=${open} onShine=${(id) => onShine("note", id)} onHold=${onHold} onClose=${() => setOpened("")} />`}
      ${moving && html`<${MoveSheet} room=${room} step=${step} id=${moving} groups=${groups} onPut=${put} onClose=${() => setMoving("")} />`}
      ${naming && html`<${NameCluster} room=${room} id=${naming} onClose=${() => setNaming("")} />`}
    </div>`;
}

function moveNote(room, step, id, cluster) {
  const note = room.scene.get("note", id);
  if (!note || (note.cluster || "") === cluster) return;
  room.send("MoveNote", { step: step.id, note: id, cluster });
  say(cluster ? _("Moved to “%(title)s”.", { title: titleOf(room, cluster) }) : _("It stands alone now."));
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
    const others = moved.filter((note) => !note.pending && !room.entries.peek().some(({ fields }) => fields.note === note.id));
    if (!others.length) return undefined;
    sayOfOthers("moves", _("Notes are being moved."));
    setLanded(new Set(others.map(({ id }) => id)));
    const timer = setTimeout(() => setLanded(new Set()), LANDED);
    return () => clearTimeout(timer);
  }, [key]);
  return landed;
}
