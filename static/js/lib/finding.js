// Finding a note among hundreds by words of it, or of its cluster's name.
export function found(groups, words) {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (!parts.length) return groups;
  const has = (text) => parts.every((part) => text.toLowerCase().includes(part));
  return groups.map((group) => {
    const notes = group.title && has(group.title) ? group.notes : group.notes.filter(({ text }) => has(text));
    return { ...group, notes, of: group.notes.length };
  }).filter(({ notes, title }) => notes.length || (title && has(title)));
}
