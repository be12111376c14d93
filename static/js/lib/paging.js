// Pages that turn by themselves, slowly; whoever turns one by hand stops that.
import { useEffect, useState } from "./html.js";

const STAY = 14000; // ms that a page stands

// As many on each page, so that the last is no remnant.
export function evenly(list, most) {
  const pages = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / pages);
  return Array.from({ length: pages }, (x, n) => list.slice(n * size, (n + 1) * size));
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
  const turn = (way) => {
    setByHand(true);
    setPage((at + way + count) % count);
  };
  return { at, count, turn, byHand, goOn: () => setByHand(false) };
}
