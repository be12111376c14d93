// One note: paper with a woven edge. The list that it stands in gives it its tools.
import { heldWord } from "../lib/held.js";
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { typeWord } from "../lib/kinds.js";
import { memo } from "../lib/memo.js";
import { _ } from "../lib/words.js";
import { Marks } from "./note-marks.js";

const SAVED = 4000; // ms that "Saved" stands on a note that had to wait

const asWritten = (text) => text;

// item: it takes part in the keyboard model of a layout. tools(note, own) gives its buttons.
// words(text): how its words are set (the board parts long ones).
function Drawn({ room, id, item = false, look = "", words = asWritten, tools, onPointerDown }) {
  const note = room.scene.get("note", id);
  const own = Boolean(room.scene.get("authorship", id));
  const saved = useSavedLately(note?.pending);
  if (!note) return null;
  const classes = ["note", note.pending && "note--pending", own && "note--mine", look].filter(Boolean).join(" ");
  return html`
    <li class=${classes} data-type=${note.type} data-id=${id} data-item=${item ? "" : undefined} tabindex=${item ? -1 : undefined} onPointerDown=${onPointerDown}>
      <${Parent} room=${room} id=${note.parent} />
      <p class="note-text" dir="auto">${words(note.text)}</p>
      <p class="note-foot"><span class="note-kind">${typeWord(note.type)}</span>${
        note.name && html` <span class="note-name" dir="auto">${note.name}</span>`}<${Marks} room=${room} note=${note} /></p>
      <${State} pending=${note.pending} saved=${saved} held=${heldWord(note)} />
      ${tools && html`<div class="note-tools">${tools(note, own)}</div>`}
    </li>`;
}

// Hundreds of notes may hang in a list: each is drawn again only for its own sake.
export const Note = memo(Drawn);

function Parent({ room, id }) {
  const parent = id ? room.scene.get("note", id) : null;
  if (!parent) return null;
  return html`<p class="note-parent"><${Icon} name="corner-down-right" /> ${_("Builds on “%(text)s”", { text: parent.text })}</p>`;
}

function State({ pending, saved, held }) {
  if (pending === "late") return html`<p class="note-state"><${Icon} name="clock" /> ${_("Not saved yet")}</p>`;
  if (saved) return html`<p class="note-state"><${Icon} name="check" /> ${_("Saved")}</p>`;
  if (held) return html`<p class="note-state"><${Icon} name="eye-off" /> ${held}</p>`;
  return null;
}

function useSavedLately(pending) {
  const before = useRef(pending);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    const waited = before.current === "late" && !pending;
    before.current = pending;
    if (!waited) return undefined;
    setSaved(true);
    const timer = setTimeout(() => setSaved(false), SAVED);
    return () => clearTimeout(timer);
  }, [pending]);
  return saved;
}
