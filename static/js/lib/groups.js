// The groups of a layout, drawn anew only when their shape changes: what is in them, in which order,
// under which name. A note whose words change redraws itself alone.
import { computed, useMemo } from "./html.js";

export function useGroups(outline, scene, step) {
  const groups = useMemo(() => steady(outline, scene, step), [step.id, step.source]);
  return groups.value;
}

// A group that has not changed stays the same object, and so does the list of them.
function steady(outline, scene, step) {
  let known = new Map();
  let list = [];
  return computed(() => {
    const found = outline(scene, step).map((group) => {
      const shape = shapeOf(group);
      const before = known.get(group.id);
      return before?.shape === shape ? before : { ...group, shape };
    });
    known = new Map(found.map((group) => [group.id, group]));
    if (found.length !== list.length || found.some((group, n) => group !== list[n])) list = found;
    return list;
  });
}

function shapeOf({ title = "", hint = "", team = "", notes }) {
  return notes.map((note) => note.id + note.type).join() + title + hint + team;
}
