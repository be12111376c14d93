// Pages that turn by themselves, slowly; whoever turns one by hand stops that.
import { signal, useEffect, useRef, useState } from "./html.js";

const STAY = 14000; // ms that a page stands

// How often the pages were turned from the console, or null; the board's page tells it.
export const turned = signal(null);

// As many on each page, so that the last is no remnant.
export function evenly(list, most) {
  const pages = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / pages);
  return Array.from({ length: pages }, (x, n) => list.slice(n * size, (n + 1) * size));
}

// Only what is turned while it stands counts: what is shown anew begins at its first page.
function useTurned(onTurn) {
  const now = turned.value; // subscribes
  const before = useRef(now);
  useEffect(() => {
    if (now === before.current) return;
    onTurn(now === null ? null : now - (before.current ?? 0));
    before.current = now;
  }, [now]);
}

export function usePages(count) {
  const [page, setPage] = useState(0);
  const [byHand, setByHand] = useState(false);
  const at = Math.min(page, Math.max(0, count - 1));
  useEffect(() => {
    if (count < 2 || byHand) return undefined;
    const timer = setTimeout(() => setPage((at + 1) % count), STAY);
    return () => clearTimeout(timer);
  }, [at, count, byHand]);
  useTurned((way) => (way === null ? setByHand(false) : turn(way)));
  const turn = (way) => {
    setByHand(true);
    setPage((((at + way) % count) + count) % count);
  };
  return { at, count, turn, byHand, goOn: () => setByHand(false) };
}
