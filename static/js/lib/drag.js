// Dragging with a mouse or a pen, on screens with room for it. Every drag has a path by tap too.
const FAR = 6; // px before a press is a drag
const WIDE = "(min-width: 600px)";

// targetAt(element) gives what lies under the pointer, or null; over(target) and drop(target) are told.
export function startDrag(event, { targetAt, over, drop }) {
  if (event.button !== 0 || event.pointerType === "touch" || !matchMedia(WIDE).matches) return;
  if (event.target.closest("button, a, input, textarea")) return;
  const card = event.currentTarget;
  const from = { x: event.clientX, y: event.clientY };
  let ghost = null;
  let at = from;
  let target = null;
  let frame = 0;

  const draw = () => {
    frame = 0;
    ghost.style.transform = `translate(${at.x - from.x}px, ${at.y - from.y}px)`;
    const under = targetAt(document.elementFromPoint(at.x, at.y));
    if (under !== target) over((target = under));
  };
  const move = ({ clientX, clientY }) => {
    at = { x: clientX, y: clientY };
    if (!ghost && Math.hypot(at.x - from.x, at.y - from.y) < FAR) return;
    ghost ??= lift(card);
    frame ||= requestAnimationFrame(draw);
  };
  const end = ({ type }) => {
    cancelAnimationFrame(frame);
    for (const name of ["pointermove", "pointerup", "pointercancel"]) removeEventListener(name, name === "pointermove" ? move : end);
    removeEventListener("keydown", escape, true);
    if (!ghost) return;
    ghost.remove();
    card.classList.remove("note--lifted");
    over(null);
    if (type === "pointerup" && target) drop(target);
  };
  const escape = (pressed) => pressed.key === "Escape" && end({ type: "escape" });
  event.preventDefault();
  card.focus?.();
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
  addEventListener("keydown", escape, true);
}

// A copy follows the pointer, so that the list under it does not move.
function lift(card) {
  const box = card.getBoundingClientRect();
  const ghost = card.cloneNode(true);
  ghost.removeAttribute("data-item");
  ghost.classList.add("note--lifted", "note--ghost");
  ghost.setAttribute("aria-hidden", "true");
  Object.assign(ghost.style, {
    position: "fixed", left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`,
    margin: 0, pointerEvents: "none", zIndex: 50,
  });
  document.body.append(ghost);
  card.classList.add("note--lifted");
  return ghost;
}
