// The matrix as a picture: value upwards, effort to the right, a number for each place in the list. The list says the same in words.
import { html } from "../lib/html.js";
import { quadrantWord } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { lines } from "./weighed.js";

const FINE = 16; // parts of an axis; what is nearer than one lies together
const CORNERS = ["first", "explore", "small", "drop"];

// empty: the field is there before anything stands on it.
export function Plot({ room, scoring, empty = false }) {
  const placed = lines(room.scene, scoring).filter(({ quadrant }) => quadrant);
  if (!placed.length && !empty) return null;
  const [value, effort] = [ends(scoring, 1), ends(scoring, -1)];
  return html`
    <figure class="plot" aria-hidden="true">
      <div class="plot-field">
        ${CORNERS.map((corner) => html`<span class="plot-corner" key=${corner} data-quadrant=${corner}>${quadrantWord(corner)}</span>`)}
        ${together(placed, value, effort).map(({ key, x, y, ranks, apart }) => html`
          <b class="plot-dot" key=${key} data-apart=${apart ? "" : undefined} style=${{ "--x": x, "--y": y }}>${ranks.join(" ")}</b>`)}
      </div>
      <figcaption><span class="plot-up">${_("↑ %(title)s", { title: value.title })}</span> <span class="plot-along">${_("%(title)s →", { title: effort.title })}</span></figcaption>
    </figure>`;
}

// The marks that a spot of the picture stands for, on each scale: the same way back.
export function marksAt({ scales }, { x, y }) {
  return scales.filter(({ weight = 1 }) => weight).map(({ id, low, high, weight = 1 }) => [id, low + Math.round((weight > 0 ? y : x) * (high - low))]);
}

// What the scales of one sign reach from and to, and what they are called.
function ends({ scales }, sign) {
  const these = scales.filter(({ weight = 1 }) => Math.sign(weight) === sign);
  const mean = (end) => these.reduce((sum, scale) => sum + scale[end] * Math.abs(scale.weight ?? 1), 0) / these.reduce((sum, { weight = 1 }) => sum + Math.abs(weight), 0);
  return { low: mean("low"), high: mean("high"), title: these.map(({ title }) => title).join(" · ") };
}

// What would lie on one spot shares one sign.
function together(placed, value, effort) {
  const spots = new Map();
  for (const line of placed) {
    const [x, y] = [share(line.effort, effort), share(line.value, value)];
    const key = `${Math.round(x * FINE)} ${Math.round(y * FINE)}`;
    const spot = spots.get(key) ?? { key, x, y, ranks: [], apart: false };
    spots.set(key, { ...spot, ranks: [...spot.ranks, line.rank], apart: spot.apart || line.apart.length > 0 });
  }
  return [...spots.values()].map((spot) => ({ ...spot, ranks: [...new Set(spot.ranks)] }));
}

function share(mark, { low, high }) {
  return (mark - low) / (high - low);
}
