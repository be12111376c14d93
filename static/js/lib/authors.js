// For a round in which each presents: the notes by who wrote them, those without a name last.

// [{name, notes}, ...] in the order in which people first come on the wall; null where it is not by author.
export function byAuthor(step, notes) {
  if (step.order !== "author" || !notes.some(({ name }) => name)) return null;
  const groups = new Map();
  for (const note of notes) groups.set(note.name, [...(groups.get(note.name) ?? []), note]);
  const found = [...groups].map(([name, theirs]) => ({ name, notes: theirs }));
  return [...found.filter(({ name }) => name), ...found.filter(({ name }) => !name)];
}
