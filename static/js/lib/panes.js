// A wall of several lists: panes beside each other, on sheets where they are many, and trays that stay where they
// are. A wall without panes is one list.
export const boxes = (wall) => (wall.querySelector(".pane-box") ? [...wall.querySelectorAll(".pane-box")] : [wall]);
const sheetsOf = (wall) => [...wall.querySelectorAll(".panes-sheet")];
const traysOf = (wall) => [...wall.querySelectorAll(".panes-trays .pane-box")];

// A sheet is a page at least.
export const fewestPages = (wall) => Math.max(1, sheetsOf(wall).length);

// The pages of all sheets one after the other; trays turn beside them, and may have more. pagesOf(box): of one list.
export function pagesIn(wall, pagesOf) {
  const own = sheetsOf(wall).map((sheet) => pagesOn(sheet, pagesOf));
  if (!own.length) return pagesOf(wall);
  return Math.max(own.reduce((sum, n) => sum + n, 0), ...traysOf(wall).map(pagesOf));
}

const pagesOn = (sheet, pagesOf) => Math.max(...boxes(sheet).map(pagesOf));

// Every list shows its page; one that has fewer stays on its last. show(box, page) turns one list.
export function turnPanes(wall, at, pagesOf, show) {
  const sheets = sheetsOf(wall);
  if (!sheets.length) return show(wall, at);
  const [here, page] = placeOf(sheets.map((sheet) => pagesOn(sheet, pagesOf)), at);
  sheets.forEach((sheet, n) => sheet.toggleAttribute("data-away", n !== here));
  for (const box of boxes(sheets[here])) show(box, Math.min(page, pagesOf(box) - 1));
  for (const box of traysOf(wall)) show(box, Math.min(at, pagesOf(box) - 1));
  return undefined;
}

// Which sheet, and which page of it, is the page `at` of them all; past the end it is the last of the last.
export function placeOf(counts, at) {
  let page = at;
  for (let n = 0; n < counts.length - 1; n += 1) {
    if (page < counts[n]) return [n, page];
    page -= counts[n];
  }
  return [counts.length - 1, Math.min(page, counts.at(-1) - 1)];
}
