// What has focus stays where it is on the screen, whatever others put above it.
import { useEffect } from "./html.js";

export function useStill(root) {
  useEffect(() => keepStill(root.current), []);
}

function keepStill(root) {
  let held = null;
  let top = 0;
  const measure = () => {
    const active = document.activeElement;
    held = root.contains(active) && active !== root ? active : null;
    top = held?.getBoundingClientRect().top ?? 0;
  };
  const mend = () => {
    if (held?.isConnected && held === document.activeElement) {
      const moved = held.getBoundingClientRect().top - top;
      if (moved) scrollerOf(held).scrollBy({ top: moved, behavior: "instant" });
    }
    measure();
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  root.addEventListener("focusin", measure);
  addEventListener("scroll", measure, { capture: true, passive: true });
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", measure);
    removeEventListener("scroll", measure, { capture: true });
  };
}

function scrollerOf(node) {
  for (let at = node.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement;
}
