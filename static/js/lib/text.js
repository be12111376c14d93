// What a reader calls a letter may be many code points; limits count what the reader sees.
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function graphemes(text) {
  if (!segmenter) return [...text.normalize("NFC").replace(/[\u200d\ufe0f\u0300-\u036f]/gu, "")].length;
  let count = 0;
  for (const part of segmenter.segment(text)) count += part ? 1 : 0;
  return count;
}

export function bytes(text) {
  return new TextEncoder().encode(text).length;
}

// So much of a text as fits where only a hint is needed.
export function hint(text, most) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

// Where a long word may be parted on narrow paper: after a joining -s, and before the sounds that may begin a
// syllable. Only drawn so: the records are shared, and exports, searches and checksums need the bare word.
const VOWEL = "[aeiouyæøåäöéü]";
const CONSONANT = `(?!${VOWEL})\\p{L}`;
const ONSET = `s[kp]r|str|s[jklmnptv]|[kgt]j|[bdfgkptv]r|[bfgkp]l|kn|[dktv]v|${CONSONANT}`;
const LONG = /[\p{L}\p{M}]{12,}/gu; // what a column of eight on the board does not hold
const JOINT = /(?<=\p{L}{3}(?:ings|sjons|skaps|hets|tets|doms))(?=\p{L}{4})/giu;
const SYLLABLE = new RegExp(`${VOWEL}(?:${CONSONANT})*?(?=(?:${ONSET})${VOWEL})`, "giu");
const LEAST = 3; // signs on either side
const SOFT = "\u00ad";

export function softened(text) {
  return text.replace(LONG, (word) => word.split(JOINT).map(syllables).join(SOFT));
}

function syllables(part) {
  return part.replace(SYLLABLE, (found, at) => {
    const end = at + found.length;
    return end >= LEAST && part.length - end >= LEAST ? found + SOFT : found;
  });
}
