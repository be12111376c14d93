// Finding a note among hundreds by words of it, or of its cluster's name. textOf(note): its words as they are now.
export function found(groups, words, textOf = ({ text }) => text) {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (!parts.length) return groups;
  const has = (text) => parts.every((part) => text.toLowerCase().includes(part));
  return groups.map((group) => {
    const notes = group.title && has(group.title) ? group.notes : group.notes.filter((note) => has(textOf(note)));
    return { ...group, notes, of: group.notes.length };
  }).filter(({ notes, title }) => notes.length || (title && has(title)));
}
