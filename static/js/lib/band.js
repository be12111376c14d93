// Moves "now" along a band that the server has drawn: the past's clip grows, the ring follows the red thread.
const WEAVING = 1200;
const moving = new WeakMap();

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const eased = (t) => t * t * (3 - 2 * t);

const redAt = (svg, x) => {
  const heights = svg.dataset.red.split(" ").map(Number);
  const at = (x / Number(svg.dataset.length)) * (heights.length - 1);
  const low = Math.min(Math.floor(at), heights.length - 2);
  return heights[low] + (heights[low + 1] - heights[low]) * (at - low);
};

const show = (svg, x) => {
  svg.querySelector(".band-clip-past").setAttribute("width", x);
  svg.querySelector(".band-clip-coming").setAttribute("x", x);
  svg.querySelector(".band-now").setAttribute("transform", `translate(${x} ${redAt(svg, x)})`);
  svg.dataset.x = x;
};

const tie = (svg, minutes) => {
  for (const knot of svg.querySelectorAll(".band-knot")) {
    knot.classList.toggle("band-knot--tied", minutes >= Number(knot.dataset.minute));
  }
};

const xOf = (svg, minutes) => {
  const all = Math.max(1, Number(svg.dataset.minutes));
  return (Math.min(Math.max(minutes, 0), all) / all) * Number(svg.dataset.length);
};

// minutes: how much of the agenda is used; null before the start.
export const placeNow = (svg, minutes) => {
  cancelAnimationFrame(moving.get(svg));
  svg.querySelector(".band-now").setAttribute("visibility", minutes === null ? "hidden" : "visible");
  tie(svg, minutes ?? -1);
  show(svg, xOf(svg, minutes ?? 0));
};

// Draws the way from where the ring stands: for a new step or phase.
export const moveNow = (svg, minutes) => {
  const from = Number(svg.dataset.x ?? 0);
  const way = xOf(svg, minutes) - from;
  if (still() || Math.abs(way) < 2) return placeNow(svg, minutes);
  placeNow(svg, minutes);
  show(svg, from);
  const start = performance.now();
  const draw = (time) => {
    const part = Math.min(1, (time - start) / WEAVING);
    show(svg, from + way * eased(Math.max(0, part)));
    if (part < 1) moving.set(svg, requestAnimationFrame(draw));
  };
  moving.set(svg, requestAnimationFrame(draw));
};

// The workshop is over: all is past and the knots are tied.
export const finish = (svg) => {
  placeNow(svg, Number(svg.dataset.minutes));
  svg.querySelector(".band-now").setAttribute("visibility", "hidden");
};

// Nothing has begun, and a plan is looked at: in its colours, and no knot is tied.
export const showPlan = (svg) => {
  placeNow(svg, null);
  show(svg, Number(svg.dataset.length));
};
