// The lobby: one thread for each who came, gathered at the right; the red one in the middle is the question.
import { html } from "./html.js";

const [WIDTH, HEIGHT, MOST] = [1360, 560, 24];
const MIDDLE = HEIGHT / 2;

// A thread lies almost level, then runs to the middle; `lane` is -1 at the top and 1 at the foot.
const threadPath = (lane, turn) => {
  const y = MIDDLE + lane * (MIDDLE - 14);
  const wave = 3 * Math.sin(turn * 2.4);
  const end = MIDDLE + lane * 9;
  return `M0 ${y - wave}C250 ${y - wave} 420 ${y + wave} 720 ${y}C980 ${y} 1000 ${end} 1260 ${end}H${WIDTH}`;
};

const lanes = (count) => {
  const threads = Math.min(Math.max(count, 0), MOST);
  const above = Math.ceil(threads / 2);
  const side = (many, sign) => Array.from({ length: many }, (_, k) => (sign * (k + 1)) / Math.max(many, 4));
  return [...side(above, -1), ...side(threads - above, 1)];
};

const heightOf = (lane) => `${((MIDDLE + lane * (MIDDLE - 14)) / HEIGHT) * 100}%`;
const placeOf = (k) => `${4 + (k % 3) * 17 + ((k * 5) % 4) * 2}%`;

// Names stand on their own threads, so many as there are threads; the count speaks for the rest.
export const LobbyNames = ({ names, count }) => html`
  <ul class="lobby-names">
    ${lanes(count).slice(0, names.length).map((lane, k) => html`
      <li key=${k} style=${{ top: heightOf(lane), left: placeOf(k) }}>${names[k]}</li>`)}
  </ul>`;

export const Threads = ({ count }) => html`
  <svg class="threads" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${lanes(count).map((lane, k) => html`<path class="threads-one" key=${lane} d=${threadPath(lane, k)} />`)}
    <path class="threads-red" d=${threadPath(0, 1)} />
  </svg>`;
