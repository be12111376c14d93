// Notes in clusters. Tap: the note's "Move" button. Keys: M, and Space to choose several. Mouse on wider
// screens: drag, one or all that are chosen. One command each.
import { html, useCallback, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayOfOthers } from "../lib/announce.js";
import { useChosen } from "../lib/chosen.js";
import { startDrag } from "../lib/drag.js";
import { found } from "../lib/finding.js";
import { apart, isTray } from "../lib/columns.js";
import { useGroups } from "../lib/groups.js";
import { useRoving } from "../lib/roving.js";
import { notesHere, sources } from "../lib/steps.js";
import { useStill } from "../lib/still.js";
import { _, ngettext } from "../lib/words.js";
import { groupsIn } from "../lib/working-groups.js";
import { ChosenBar } from "../views/chosen-bar.js";
import { Cluster } from "../views/cluster.js";
import { Find } from "../views/find.js";
import { NoteMenu } from "../views/menu.js";
import { MoveSheet } from "../views/move.js";
import { NameCluster } from "../views/naming.js";

const LANDED = 1000; // ms that a note which others moved is outlined

// The list that everything is drawn from: clusters in order, and last the notes that stand alone. group: whose
// wall it is, where groups work apart; what the room wrote before lies on every wall.
export function outline(scene, step, group = "") {
  const here = sources(scene, step);
  const teams = teamsIn(scene);
  const clusters = scene.all("cluster").filter((cluster) => here.has(cluster.step) && isOn(group, cluster));
  clusters.sort((a, b) => byTeam(teams, a, b) || a.place - b.place || (a.id < b.id ? -1 : 1));
  const groups = [...clusters.filter(({ into }) => !into), { id: "" }].map((cluster) => ({ ...cluster, team: group ? "" : teams.get(cluster.group)?.title ?? "", notes: [] }));
  const byId = new Map(groups.map((group) => [group.id, group]));
  // what is being put together stands so at once (drawings.js)
  for (const { id, into } of clusters) if (into) byId.set(id, byId.get(into) ?? byId.get(""));
  const notes = notesHere(scene, step).filter((note) => note.readers === "all" && isOn(group, note));
  const lies = ({ cluster }) => cluster && byId.has(cluster);
  const piled = new Set(notes.filter(lies).map(firstOf));
  const elsewhere = new Set(notes.filter(({ apart }) => apart).map(firstOf)); // what one's own group has a copy of
  for (const note of notes) {
    if (lies(note)) byId.get(note.cluster).notes.push(note);
    else if (!note.copied && !elsewhere.has(note.id) && !(note.cluster && piled.has(note.id))) byId.get("").notes.push(note);
  }
  return groups;
}

// The same with what stands alone and lies apart in trays by itself, after all else.
export function spread(scene, step, group = "") {
  const groups = outline(scene, step, group);
  const [trays, alone] = apart(scene, step, groups.at(-1).notes);
  return [...groups.slice(0, -1), { ...groups.at(-1), notes: alone }, ...trays];
}

const isOn = (group, { group: of }) => !group || !of || of === group;
const firstOf = ({ id, copied }) => copied || id;

function teamsIn(scene) {
  return new Map(groupsIn(scene).map((team) => [team.id, team]));
}

// What no group has made, or none that there is now, comes first.
function byTeam(teams, a, b) {
  const place = ({ group }) => teams.get(group)?.place ?? -1;
  return place(a) - place(b);
}

// onShine(of, id) and onHold(id) are missing where nobody facilitates: then Enter moves, as M does.
export function Clusters({ group = "", ...props }) {
  return html`<${Wall} key=${group} group=${group} ...${props} />`;
}

function Wall({ room, step, group, onShine, onHold }) {
  const root = useRef(null);
  const [moving, setMoving] = useState([]);
  const [opened, setOpened] = useState("");
  const [naming, setNaming] = useState("");
  const [target, setTarget] = useState(null);
  const [words, setWords] = useState("");
  const isFree = !step.locks.includes("moving");
  const here = useCallback((scene, of) => spread(scene, of, group), [group]);
  const groups = useGroups(here, room.scene, step);
  const piles = groups.filter((each) => !isTray(each));
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
    moveNotes(room, step, notes, isTray({ id: cluster }) ? "" : cluster);
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
        ${!isEmpty && shown.map((each) => html`
          <${Cluster} key=${each.id} room=${room} group=${each} over=${target === each.id} landed=${landed} chosen=${choosing ? chosen.ids : null}
            onMove=${open} onName=${isFree && setNaming} onShine=${onShine} onMenu=${onShine && setOpened} onDrag=${drag} onChoose=${chosen.toggle} />`)}
      </div>
      ${choosing && html`<${ChosenBar} chosen=${chosen} onMove=${() => setMoving([...chosen.ids])} />`}
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onMove=${open} onShine=${(id) => onShine("note", id)} onHold=${onHold} onClose=${() => setOpened("")} />`}
      ${moving.length > 0 && html`<${MoveSheet} room=${room} step=${step} ids=${moving} groups=${piles} onPut=${put} onDone=${chosen.end} onClose=${() => setMoving([])} />`}
      ${naming && html`<${NameCluster} room=${room} step=${step} id=${naming} groups=${piles} leads=${Boolean(onShine)} onClose=${() => setNaming("")} />`}
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
