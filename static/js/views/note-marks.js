// What a note says of itself at its foot, beside its kind and name. A new mark is a line in MARKS.
import { html } from "../lib/html.js";
import { isContested } from "../lib/contested.js";
import { Icon } from "../lib/icons.js";
import { evidenceWord } from "../lib/kinds.js";
import { _ } from "../lib/words.js";

// [name of the mark, its icon, (note, room) -> its words, or nothing where it has none, () -> what the icon says of them]
const MARKS = [
  ["evidence", { assumed: "circle-dashed", seen: "eye", heard: "ear" }, (note) => evidenceWord(note.evidence)],
  ["role", "drama", (note) => note.role, () => _("Written as")],
  ["copied", "copy", (note) => (note.copied || note.copies?.length) && _("Lies in more than one cluster")],
  ["contested", "message-circle-question-mark", (note) => isContested(note) && _("Talk about this")],
  ["reported", "megaphone", (note) => note.reported && _("Told to the others")],
  ["brought", "clipboard-paste", (note) => note.brought && _("Brought in")],
  ["carried", "rotate-ccw", (note, room) => note.carried && carriedWord(room, note.carried)],
];

export function Marks({ room, note }) {
  return MARKS.map(([name, icon, words, what]) => {
    const said = words(note, room);
    if (!said) return null;
    return html` <span key=${name} class="note-mark" data-mark=${name}><${Icon} name=${icon[note[name]] ?? icon} /> <span class="note-mark-word">${what && html`<span class="visually-hidden">${what()}: </span>`}<span dir="auto">${said}</span></span></span>`;
  });
}

// Whether anything stands at the foot that a small paper must have room for.
export function isMarked(note, room) {
  return MARKS.some(([, , words]) => words(note, room));
}

// A copy of a note of an earlier cycle.
function carriedWord({ scene }, id) {
  const from = scene.get("step", scene.get("note", id)?.step);
  return from ? _("From cycle %(n)s", { n: from.cycle }) : _("From an earlier cycle");
}
