// A form that stands in the place of the button that opened it gives the focus back when it closes.
import { useEffect, useRef } from "./html.js";

// Gives the ref of the button; `open` says whether the form is there.
export function useFocusBack(open) {
  const button = useRef(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open) button.current?.focus();
    before.current = open;
  }, [open]);
  return button;
}

// Where the button that had the focus goes away with what it answered, the head of the page gets it, and not nothing.
// count: how many there are to answer; head: a selector.
export function useFocusOn(count, head) {
  const before = useRef(count);
  const last = useRef(null);
  useEffect(() => {
    const had = ({ target }) => (last.current = target);
    addEventListener("focusin", had);
    return () => removeEventListener("focusin", had);
  }, []);
  useEffect(() => {
    const lost = count < before.current && last.current?.isConnected === false && document.activeElement === document.body;
    before.current = count;
    if (lost) document.querySelector(head)?.focus({ preventScroll: true });
  }, [count]);
}
