// A list of papers under headings, for eyes, fingers and keys alike: what the layouts of notes share.
import { sayOfOthers } from "../lib/announce.js";
import { isTray } from "../lib/columns.js";
import { useGroups } from "../lib/groups.js";
import { isModerable } from "../lib/held.js";
import { html, useCallback, useEffect, useRef, useState } from "../lib/html.js";
import { useRoving } from "../lib/roving.js";
import { notesHere } from "../lib/steps.js";
import { useStill } from "../lib/still.js";
import { _, ngettext } from "../lib/words.js";
import { mayTell } from "../lib/working-groups.js";
import { NoteMenu } from "./menu.js";
import { More } from "./more-button.js";
import { Note } from "./note.js";
import { PaperHead } from "./paper-head.js";

// name: of the layout; outline(scene, step): its groups. Each of the rest is missing where it cannot be done: onBuild(id),
// onShine(id) puts a note in the light, onHold(id) holds it back, onMove(id) where mayMove(id), by mouse onDrag. over: the
// column that something is dragged over.
export function Papers({ name, outline, room, step, onBuild, onShine, onHold, onMove, mayMove, onDrag, over }) {
  const root = useRef(null);
  const [opened, setOpened] = useState("");
  const groups = useGroups(outline, room.scene, step);
  const latest = useRef(null);
  latest.current = { onBuild, onMove };
  const canHold = (note) => Boolean(note && onHold && isModerable(room.scene, note));
  const canMove = (id) => Boolean(mayMove?.(id));
  const canOpen = (id) => Boolean(room.scene.get("authorship", id) || canHold(room.scene.get("note", id)) || canMove(id) || mayTell(room, room.scene.get("note", id)) || ((onBuild || onShine) && isShown(room, id)));
  useRoving(root, { open: (id) => canOpen(id) && setOpened(id), move: onMove && ((id) => canMove(id) && onMove(id)) });
  useStill(root);
  useNewNotesSaid(notesHere(room.scene, step).filter(({ readers }) => readers === "all").length);
  const tools = useCallback((note, own) => {
    const builds = onBuild && note.readers === "all";
    const moves = !own && canMove(note.id);
    if (own || canHold(note) || mayTell(room, note) || (onShine && note.readers === "all") || (builds && moves)) return html`<${More} onClick=${() => setOpened(note.id)} />`;
    if (moves) return html`<button type="button" class="button button--small" tabindex="-1" aria-label=${_("Move “%(text)s”", { text: note.text })} onClick=${() => latest.current.onMove(note.id)}>${_("Move")}</button>`;
    return builds && html`<button type="button" class="button button--small" tabindex="-1" onClick=${() => latest.current.onBuild(note.id)}>${_("Build on")}</button>`;
  }, [Boolean(onBuild), Boolean(onShine), Boolean(onHold), onDrag]);
  const section = (group) => html`
    <${Group} key=${group.id} room=${room} group=${group} tools=${tools} onDrag=${onDrag} over=${typeof over === "string" && over === group.column} />`;
  return html`
    <div class="papers-list" data-layout=${name} tabindex="-1" ref=${root}>
      <p class="visually-hidden">${onMove ? _("Arrow keys go between the notes, Enter opens one, M moves one.") : _("Arrow keys go between the notes, Enter opens one.")}</p>
      ${groups.filter((group) => !isTray(group)).map(section)}
      ${groups.some(isTray) && html`<div class="trays">${groups.filter(isTray).map(section)}</div>`}
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onMove=${canMove(opened) && onMove} onBuild=${isShown(room, opened) && onBuild}
        onShine=${isShown(room, opened) && onShine} onHold=${canHold(room.scene.get("note", opened)) && onHold} onClose=${() => setOpened("")} />`}
    </div>`;
}

function useNewNotesSaid(count) {
  const before = useRef(count);
  useEffect(() => {
    const more = count - before.current;
    before.current = count;
    if (more > 0) sayOfOthers("notes", ngettext("%(n)s note on the wall.", "%(n)s notes on the wall.", count));
  }, [count]);
}

function Group({ room, group, tools, onDrag, over }) {
  const look = [group.column !== undefined && "column", isTray(group) && "tray", over && "column--target"].filter(Boolean).join(" ");
  return html`
    <section class=${look} data-group=${group.id} data-column=${group.column}>
      <${PaperHead} group=${group} />
      <ul class="notes">
        ${group.notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} item tools=${tools} onPointerDown=${onDrag} />`)}
      </ul>
    </section>`;
}

function isShown({ scene }, id) {
  return scene.get("note", id)?.readers === "all";
}
