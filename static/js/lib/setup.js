// What a step's layout is set up with, as lines of text in the planner and as parts in a command.

// One part a line, "title | hint".
export function linesOf(parts = []) {
  return parts.map(({ title, hint }) => (hint ? `${title} | ${hint}` : title)).join("\n");
}

// A line keeps the part that it was, by its title or else by its place: what the room has made hangs on the id.
export function partsOf(text, before = []) {
  const lines = listOf(text).map((line) => line.split("|").map((piece) => piece.trim()));
  const titles = new Set(lines.map(([title]) => title));
  const ids = new Set(before.map(({ id }) => id));
  return lines.map(([title, hint = ""], n) => {
    const known = before.find((part) => part.title === title) ?? (titles.has(before[n]?.title) ? undefined : before[n]);
    const { hint: _, ...rest } = known ?? { id: freshId(ids) };
    return { ...rest, title, ...(hint && { hint }) };
  });
}

export function listOf(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

// All its words, a text for each part.
export function wordsOf({ columns, fields, criteria, scales, roles = [], groups = [] }) {
  return [linesOf(columns), linesOf(fields), linesOf(criteria), scaleLines(scales), roles.join("\n"), groups.join("\n")];
}

// Scales as "title | from | to | weight"; what is left out is 1, 5 and 1.
export function scaleLines(scales = []) {
  return scales.map(({ title, low = 1, high = 5, weight = 1 }) => [title, low, high, ...(weight === 1 ? [] : [weight])].join(" | ")).join("\n");
}

export function scalesOf(text, before = []) {
  const lines = listOf(text).map((line) => line.split("|").map((piece) => piece.trim()));
  const parts = partsOf(lines.map(([title]) => title).join("\n"), before);
  return parts.map((part, n) => {
    const [low, high, weight] = lines[n].slice(1).map(Number);
    const marks = { low: whole(low, part.low ?? 1), high: whole(high, part.high ?? 5), weight: whole(weight, part.weight ?? 1) };
    const same = marks.low === (part.low ?? 1) && marks.high === (part.high ?? 5);
    return { ...part, ...marks, words: same ? part.words ?? [] : [] }; // words name the marks that there were
  });
}

function whole(number, otherwise) {
  return Number.isInteger(number) ? number : otherwise;
}

function freshId(ids) {
  let n = ids.size + 1;
  while (ids.has(`p${n}`)) n += 1;
  ids.add(`p${n}`);
  return `p${n}`;
}
