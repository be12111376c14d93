// A lock is told where it holds, and that nothing is lost by it.
import { html, useEffect, useRef } from "../lib/html.js";
import { sayOfOthers } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

// what: writing, moving or voting.
export function Locked({ step, what }) {
  const locked = step.locks.includes(what);
  const before = useRef(locked);
  useEffect(() => {
    if (before.current !== locked) sayOfOthers("lock", locked ? words(what) : _("The lock is off again."));
    before.current = locked;
  }, [locked]);
  if (!locked) return null;
  return html`<p class="promise"><${Icon} name="lock" /><span>${words(what)}</span></p>`;
}

function words(what) {
  return {
    writing: _("Writing is locked just now. What you have typed stays."),
    moving: _("Moving is locked just now. You can read on."),
    voting: _("Voting is locked just now. Your dots and marks stay as they are."),
  }[what];
}
