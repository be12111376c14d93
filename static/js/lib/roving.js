// One keyboard model for every layout: one tab stop, arrows move, Enter opens, M moves, Esc leaves.
import { useEffect, useLayoutEffect, useRef } from "./html.js";

const ITEM = "[data-item]";
const GROUP = "[data-group]";

// handlers: {open(id), move(id), choose(id)}; each may be missing.
export function useRoving(root, handlers) {
  const latest = useRef(handlers);
  const place = useRef({ at: 0, id: "", inside: false });
  latest.current = handlers;
  useLayoutEffect(() => settle(root.current, place.current));
  useEffect(() => {
    const node = root.current;
    const keys = (event) => press(event, node, latest.current);
    const focus = ({ target }) => arrive(node, target, place.current);
    const leave = ({ relatedTarget }) => {
      if (relatedTarget) place.current.inside = node.contains(relatedTarget);
    };
    node.addEventListener("keydown", keys);
    node.addEventListener("focusin", focus);
    node.addEventListener("focusout", leave);
    return () => {
      node.removeEventListener("keydown", keys);
      node.removeEventListener("focusin", focus);
      node.removeEventListener("focusout", leave);
    };
  }, []);
}

// Items are drawn with tabindex -1, and so are the buttons in them.
// After each drawing: exactly one item is a tab stop. A focus that was taken away follows its item,
// or finds a neighbour of one that is gone.
function settle(root, place) {
  const items = [...root.querySelectorAll(ITEM)];
  const stop = items.find((item) => item.dataset.id === place.id) ?? items[Math.min(place.at, items.length - 1)];
  makeStop(root, stop);
  if (place.inside && document.activeElement === document.body) stop?.focus();
}

function arrive(root, target, place) {
  const items = [...root.querySelectorAll(ITEM)];
  const item = target.closest(ITEM);
  place.inside = true;
  if (!item) return;
  place.at = items.indexOf(item);
  place.id = item.dataset.id;
  makeStop(root, item);
}

function makeStop(root, item) {
  for (const other of root.querySelectorAll(`${ITEM}[tabindex="0"]`)) if (other !== item) other.tabIndex = -1;
  if (item && item.tabIndex !== 0) item.tabIndex = 0;
}

function press(event, root, { open, move, choose }) {
  const item = event.target.closest(ITEM);
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return done(event, event.target === item ? root : item);
  if (event.target !== item) return;
  if (event.key === "Enter" && open) return done(event, null, () => open(item.dataset.id));
  if (event.key.toLowerCase() === "m" && move) return done(event, null, () => move(item.dataset.id));
  if (event.key === " " && choose) return done(event, null, () => choose(item.dataset.id));
  const next = neighbour(root, item, event.key);
  if (next) done(event, next);
}

function done(event, focus, work) {
  event.preventDefault();
  event.stopPropagation();
  focus?.focus();
  work?.();
}

function neighbour(root, item, key) {
  const items = [...root.querySelectorAll(ITEM)];
  const at = items.indexOf(item);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key === "ArrowDown") return items[at + 1];
  if (key === "ArrowUp") return items[at - 1];
  const group = item.closest(GROUP);
  if (key === "ArrowRight") return group ? besides(root, group, 1) : items[at + 1];
  if (key === "ArrowLeft") return group ? besides(root, group, -1) : items[at - 1];
  return undefined;
}

function besides(root, group, way) {
  const groups = [...root.querySelectorAll(GROUP)].filter((each) => each.querySelector(ITEM));
  return groups[groups.indexOf(group) + way]?.querySelector(ITEM);
}
