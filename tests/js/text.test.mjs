// Long words may be parted where a reader would part them; short ones and their letters stay as they were.
import assert from "node:assert/strict";
import { test } from "node:test";
import { softened } from "../../static/js/lib/text.js";

const shown = (text) => softened(text).replaceAll("\u00ad", "-");

test("a word of 12 signs may be parted between its syllables, and after a joining -s", () => {
  const words = "utskrivningssamtalen rehabiliteringskoordinatoren Kotiuttamissuunnitelma responsibilities";

  assert.equal(shown(words), "utskriv-nings-sam-ta-len reha-bi-li-te-rings-koor-di-na-to-ren Kotiut-ta-mis-suun-ni-telma respon-si-bi-li-ties");
});

test("a word of 11 signs, a line of short words and a script without these vowels stay as they are", () => {
  for (const text of ["sykepleiere", "Ingen ringer dagen etter", "ελληνικάγράμματαεδώ"]) assert.equal(softened(text), text);
});

test("nothing but soft hyphens is added", () => {
  const text = "Tverrfaglighetssamarbeidsavtalen, ymmärrettävällä!";

  assert.equal(softened(text).replaceAll("\u00ad", ""), text);
});
