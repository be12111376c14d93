// Groups that the room works in, read from the records: who is in which, and which notes lie together.

export function groupsIn(scene) {
  return scene.all("group").sort((a, b) => a.place - b.place);
}

export function worksApart(step) {
  return Boolean(step?.setup?.in_groups);
}

// Whether notes stand by the group that they come from: while groups work, and where they tell.
export function isByGroup(step) {
  return worksApart(step) || Boolean(step?.setup?.reported);
}

// The group of this person; empty where there is none, or it is no more.
export function groupOf({ scene, you }) {
  const id = scene.get("participant", you.value.id)?.group ?? "";
  return scene.get("group", id) ? id : "";
}

// Whether this person may choose what the note's group tells.
export function mayTell(room, note) {
  if (!note?.group || note.readers !== "all") return false;
  return room.you.value.role === "facilitator" || note.group === groupOf(room);
}

// The notes by group, also of those that have none yet; last what comes from no group that there is now.
export function byGroup(scene, notes) {
  const groups = groupsIn(scene);
  const known = new Set(groups.map(({ id }) => id));
  const found = groups.map(({ id, title }) => ({ id: `group ${id}`, title, notes: notes.filter((note) => note.group === id) }));
  const rest = notes.filter(({ group }) => !known.has(group));
  return rest.length ? [...found, { id: "shown", title: "", notes: rest }] : found;
}
