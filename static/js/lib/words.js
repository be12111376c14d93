// Strings are written in English where they are used, and looked up in the reader's catalogue.
let catalogue = {};

export async function loadWords(language, base) {
  if (language === "en") return;
  try {
    const answer = await fetch(`${base}words/${language}.json`);
    if (answer.ok) useCatalogue(await answer.json());
  } catch {
    // English is better than a page that does not open.
  }
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
