// What the board shows in columns of fixed height: set as large as one page allows, never under the floor;
// what does not fit then stands to the right, one page further.
import { useEffect, useLayoutEffect, useRef, useState } from "./html.js";
import { usePages } from "./paging.js";
import { boxes, fewestPages, pagesIn, turnPanes } from "./panes.js";

const list = (wall) => wall.firstElementChild;
const gap = (wall) => parseFloat(getComputedStyle(list(wall)).columnGap) || 0;
const step = (wall) => wall.clientWidth + gap(wall);

// Above so many notes nothing but the smallest is tried: at 27 parts of the height eight columns hold them.
const MANY = 40;
const LOOKS = ["large", "broad", "middle", "small"];
export const looksFor = (notes) => (notes > MANY ? LOOKS.slice(-1) : LOOKS);

// A page that is begun is a page; under a pixel is rounding.
const pageCount = (wall) => pagesIn(wall, pagesOf);
const pagesOf = (box) => 1 + Math.max(0, Math.ceil((box.scrollWidth - box.clientWidth - 1) / step(box)));

// Something is higher than a column, and would lose its foot.
const isCut = (wall) => boxes(wall).some((box) => box.scrollHeight > box.clientHeight + 1);

const show = (box, page) => {
  box.scrollLeft = page * step(box);
};

// The first of the looks, largest first, in which all has room; else the last, or where that would cut, the
// broadest columns. They are filled one after the other while it is measured, and evened out on a single page.
// A wall of pages is measured once, as it stands.
export function fit(wall, looks) {
  const whole = looks.some((look) => tried(wall, look) === fewestPages(wall) && !isCut(wall));
  if (!whole && isCut(wall)) tried(wall, "wide");
  const count = pageCount(wall);
  if (count === 1) delete wall.dataset.paged;
  return count;
}

function tried(wall, look) {
  mark(wall, "look", look);
  mark(wall, "paged", "");
  return pageCount(wall);
}

function mark(wall, name, value) {
  if (wall.dataset[name] !== value) wall.dataset[name] = value;
}

// Each thing goes into the first column with room for it, so that a page is full before the next begins.
export function packed(things, room) {
  const columns = [];
  for (const { id, height } of things) {
    const column = columns.find(({ left }) => left >= height) ?? columns[columns.push({ left: room, ids: [] }) - 1];
    column.left -= height;
    column.ids.push(id);
  }
  return columns.flatMap(({ ids }) => ids);
}

// Gives the box to measure (its first child is the columns), and its pages. before: pages of another kind that
// come first; things: how many lie in the box, so that pages can be told while the box is not on the screen.
export function useFit(looks, things, before = 0) {
  const box = useRef(null);
  const [measured, setMeasured] = useState({});
  const count = measured.things === things ? measured.count : Math.ceil(things / MANY);
  const pages = usePages(before + count);
  useRedrawn(box);
  useLayoutEffect(() => {
    if (!box.current) return;
    const found = fit(box.current, looks);
    if (measured.things !== things || measured.count !== found) setMeasured({ things, count: found });
    turnPanes(box.current, pages.at - before, pagesOf, show);
  });
  return { box, pages };
}

// Another size of the box, since the window or the head over it changed, or fonts that came late, change what fits.
function useRedrawn(box) {
  const [, draw] = useState(0);
  const watch = useRef(null);
  const watched = useRef(null);
  useLayoutEffect(() => {
    if (watched.current === box.current) return;
    watched.current = box.current;
    watch.current ??= new ResizeObserver(() => draw((n) => n + 1));
    watch.current.disconnect();
    if (box.current) watch.current.observe(box.current);
  });
  useEffect(() => {
    document.fonts.ready.then(() => draw((n) => n + 1));
    return () => watch.current?.disconnect();
  }, []);
}
