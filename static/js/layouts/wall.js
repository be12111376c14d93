// Notes beside each other, in the order of the reveal, and beside them what lies apart in trays.
import { apart } from "../lib/columns.js";
import { html, useCallback } from "../lib/html.js";
import { notesHere } from "../lib/steps.js";
import { byGroup, isByGroup } from "../lib/working-groups.js";
import { Papers } from "../views/papers.js";

// The list that everything is drawn from: groups of items: mine while hidden, what facilitators may read of
// others before the room does, all, and the trays. group: whose wall it is, where groups work apart.
export function outline(scene, step, group = "") {
  const notes = notesHere(scene, step).filter((note) => !group || note.step !== step.id || note.group === group);
  const hidden = notes.filter((note) => note.readers !== "all");
  const [trays, shown] = apart(scene, step, notes.filter((note) => note.readers === "all"));
  return [
    { id: "hidden", notes: hidden.filter(({ id }) => scene.get("authorship", id)).reverse() },
    { id: "coming", notes: hidden.filter(({ id, held }) => !held && !scene.get("authorship", id)) },
    { id: "held", notes: hidden.filter(({ id, held }) => held && !scene.get("authorship", id)) },
    ...(isByGroup(step) && !group ? byGroup(scene, shown) : [{ id: "shown", notes: shown }]),
    ...trays,
  ].filter(({ notes: inside }) => inside.length);
}

export function Wall({ group = "", ...props }) {
  const here = useCallback((scene, step) => outline(scene, step, group), [group]);
  return html`<${Papers} key=${group} name="wall" outline=${here} ...${props} />`;
}
