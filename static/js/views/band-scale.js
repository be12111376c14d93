// Under the planner's band: where each phase begins, by the clock, and its word. The table says the same in full.
import { html } from "../lib/html.js";
import { minutesOf } from "../lib/agenda.js";
import { timeOfDay } from "../lib/fmt.js";
import { phaseName } from "../lib/kinds.js";

const WORD = 0.12; // part of the whole from which a phase has room for its word
const TIME = 0.07; // and for its time, which the last shares with the end

// starts: ms of the clock for each step, and for the end.
export function BandScale({ room, steps, starts }) {
  const all = minutesOf(steps) || 1;
  const runs = runsOf(steps, starts);
  return html`
    <ol class="band-scale" aria-hidden="true">
      ${runs.map(({ phase, minutes, at }, n) => html`
        <li key=${n} data-phase=${phase} style=${{ flexGrow: minutes }}><b>${minutes / all >= WORD && phaseName(phase)}</b>
          <span class="mono">${minutes / all >= (n === runs.length - 1 ? 2 * TIME : TIME) && timeOfDay(at, room.language)}</span></li>`)}
      <li class="band-scale-end"><span class="mono">${timeOfDay(starts.at(-1), room.language)}</span></li>
    </ol>`;
}

// Neighbours of one phase are one stretch, as in the band.
function runsOf(steps, starts) {
  const runs = [];
  steps.forEach(({ phase, minutes }, n) => {
    if (runs.at(-1)?.phase === phase) runs.at(-1).minutes += minutes;
    else runs.push({ phase, minutes, at: starts[n] });
  });
  return runs;
}
