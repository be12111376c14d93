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
