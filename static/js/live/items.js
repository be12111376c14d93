// What a command is about. Two commands about one thing are never in the air together.
const NAMES = ["id", "note", "cluster", "parent", "action", "decision", "row", "item", "poll"];

export function items({ kind, fields }) {
  const found = NAMES.map((name) => fields[name]).filter(Boolean);
  found.push(...(fields.notes ?? []));
  if (fields.step && !fields.id && !fields.note && !fields.item) found.push(fields.step);
  if (fields.round && !fields.item && !fields.id) found.push(fields.round);
  if (fields.scoring && !fields.item) found.push(fields.scoring);
  if (kind.endsWith("Timer")) found.push("timer");
  return found.length ? found : ["workshop"];
}
