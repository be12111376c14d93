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
