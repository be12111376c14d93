// What a step will compare when its scoring opens: the rows of the nearest table, or else clusters and lone notes.
import { droppedBefore, rowName, rowsOf } from "../lib/table.js";
import { outline } from "../layouts/clusters.js";

// without: a type of notes that only speak of the others.
export function compared(scene, step, without) {
  const gone = droppedBefore(scene, step);
  const found = fromTable(scene, step) ?? fromWall(scene, step, without);
  return found.filter(({ item }) => !gone.has(item));
}

function fromTable(scene, step) {
  const seen = new Set();
  for (let at = step; at && !seen.has(at.id); at = scene.get("step", at.source)) {
    seen.add(at.id);
    const rows = at.layout === "table" ? rowsOf(scene, at) : [];
    if (rows.length) return rows.map((row) => ({ item: row.id, title: rowName(at, row) }));
  }
  return null;
}

// A cluster without a name is called by its first note.
export function fromWall(scene, step, without) {
  return outline(scene, step).flatMap(({ id, title, notes }) => {
    const here = notes.filter(({ about, type }) => (!about || scene.get("scoring", about)) && type !== without);
    if (!id) return here.map((note) => ({ item: note.id, title: note.text }));
    return here.length ? [{ item: id, title: title || here[0].text }] : [];
  });
}

// What a poll will ask about, if it brings no text: what stands in the way of an answer is none of it.
export function polled(scene, step) {
  return step.setup.proposal ? [] : compared(scene, step, "reservation");
}
