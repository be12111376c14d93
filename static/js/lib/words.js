// Strings are written in English where they are used, and looked up in the reader's catalogue.
let catalogue = {};

const PATIENCE = 4000; // ms that a page waits for its words; English is better than a page that does not open
const TRY = 15000; // ms for one request
const PAUSES = [2000, 5000, 15000, 30000]; // ms before the next one

// late(): the words have come after the page was opened without them. Where nobody hears that, they are asked for once.
export async function loadWords(language, base, late) {
  if (language === "en") return;
  let opened = false;
  const coming = fetched(`${base}words/${language}.json`, late ? PAUSES : []).then((found) => {
    if (!found) return;
    useCatalogue(found);
    if (opened) late?.();
  });
  await Promise.race([coming, pause(PATIENCE)]);
  opened = true;
}

// The last pause is made again and again.
async function fetched(url, pauses) {
  for (let [next, ...later] = pauses; ; [next, ...later] = later.length ? later : [next]) {
    const found = await fetch(url, { signal: AbortSignal.timeout?.(TRY) }).then((answer) => answer.ok && answer.json()).catch(() => null);
    if (found || !next) return found;
    await pause(next);
  }
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

export function useCatalogue(found) {
  catalogue = found.messages ?? found;
}

export function _(text, values) {
  const found = catalogue[text];
  return fill((Array.isArray(found) ? found[0] : found) || text, values);
}

// All languages of the house so far have two forms: one, and every other number.
export function ngettext(one, many, n, values) {
  const form = n === 1 ? 0 : 1;
  return fill(catalogue[one]?.[form] || [one, many][form], { n, ...values });
}

function fill(text, values) {
  if (!values) return text;
  return text.replace(/%\((\w+)\)[sd]/g, (whole, name) => values[name] ?? whole);
}
