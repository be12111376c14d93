// Notes beside each other, in the order of the reveal, and beside them what lies apart in trays.
import { apart } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { notesHere } from "../lib/steps.js";
import { Papers } from "../views/papers.js";

// The list that everything is drawn from: groups of items: mine while hidden, what facilitators may read of
// others before the room does, all, and the trays.
export function outline(scene, step) {
  const notes = notesHere(scene, step);
  const hidden = notes.filter((note) => note.readers !== "all");
  const [trays, shown] = apart(scene, step, notes.filter((note) => note.readers === "all"));
  return [
    { id: "hidden", notes: hidden.filter(({ id }) => scene.get("authorship", id)).reverse() },
    { id: "coming", notes: hidden.filter(({ id, held }) => !held && !scene.get("authorship", id)) },
    { id: "held", notes: hidden.filter(({ id, held }) => held && !scene.get("authorship", id)) },
    { id: "shown", notes: shown },
    ...trays,
  ].filter((group) => group.notes.length);
}

export function Wall(props) {
  return html`<${Papers} name="wall" outline=${outline} ...${props} />`;
}
