// Notes beside each other, in the order of the reveal. One list for eyes, fingers and keys alike.
import { sayOfOthers } from "../lib/announce.js";
import { useGroups } from "../lib/groups.js";
import { isModerable } from "../lib/held.js";
import { html, useCallback, useEffect, useRef, useState } from "../lib/html.js";
import { useRoving } from "../lib/roving.js";
import { notesHere } from "../lib/steps.js";
import { useStill } from "../lib/still.js";
import { _, ngettext } from "../lib/words.js";
import { NoteMenu } from "../views/menu.js";
import { More } from "../views/more-button.js";
import { Note } from "../views/note.js";

// The list that everything is drawn from: groups of items: mine while hidden, what facilitators may read of
// others before the room does, and all.
export function outline(scene, step) {
  const notes = notesHere(scene, step);
  const shown = notes.filter((note) => note.readers === "all");
  const hidden = notes.filter((note) => note.readers !== "all");
  return [
    { id: "hidden", notes: hidden.filter(({ id }) => scene.get("authorship", id)).reverse() },
    { id: "coming", notes: hidden.filter(({ id, held }) => !held && !scene.get("authorship", id)) },
    { id: "held", notes: hidden.filter(({ id, held }) => held && !scene.get("authorship", id)) },
    { id: "shown", notes: shown },
  ].filter((group) => group.notes.length);
}

// Each of these is missing where it cannot be done: onBuild(id), onShine(id) puts a note in the light, onHold(id) holds it back.
export function Wall({ room, step, onBuild, onShine, onHold }) {
  const root = useRef(null);
  const [opened, setOpened] = useState("");
  const groups = useGroups(outline, room.scene, step);
  const latest = useRef(null);
  latest.current = onBuild;
  const canHold = (note) => Boolean(note && onHold && isModerable(room.scene, note));
  const canOpen = (id) => Boolean(room.scene.get("authorship", id) || canHold(room.scene.get("note", id)) || ((onBuild || onShine) && isShown(room, id)));
  useRoving(root, { open: (id) => canOpen(id) && setOpened(id) });
  useStill(root);
  useNewNotesSaid(groups.find(({ id }) => id === "shown")?.notes.length ?? 0);
  const tools = useCallback((note, own) => own || canHold(note) || (onShine && note.readers === "all")
    ? html`<${More} onClick=${() => setOpened(note.id)} />`
    : onBuild && note.readers === "all" && html`<button type="button" class="button button--small" tabindex="-1" onClick=${() => latest.current(note.id)}>${_("Build on")}</button>`, [Boolean(onBuild), Boolean(onShine), Boolean(onHold)]);
  return html`
    <div data-layout="wall" tabindex="-1" ref=${root}>
      <p class="visually-hidden">${_("Arrow keys go between the notes, Enter opens one.")}</p>
      ${groups.map((group) => html`<${Group} key=${group.id} room=${room} group=${group} tools=${tools} />`)}
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onBuild=${isShown(room, opened) && onBuild} onShine=${isShown(room, opened) && onShine}
        onHold=${canHold(room.scene.get("note", opened)) && onHold} onClose=${() => setOpened("")} />`}
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

function Group({ room, group, tools }) {
  return html`
    <section data-group=${group.id}>
      <h2 class="counted">${groupWord(group.id)} <span class="count">${group.notes.length}</span></h2>
      <ul class="notes">
        ${group.notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} item tools=${tools} />`)}
      </ul>
    </section>`;
}

function groupWord(id) {
  return { hidden: _("Your notes"), coming: _("Not shown yet"), held: _("Hidden or returned"), shown: _("All notes") }[id];
}

function isShown({ scene }, id) {
  return scene.get("note", id)?.readers === "all";
}
