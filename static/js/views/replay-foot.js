// The time line under a board that looks back: the woven band of the steps as they were held, and a handle on it.
import { html, useEffect, useRef } from "../lib/html.js";
import { placeNow } from "../lib/band.js";
import { Icon, Sign } from "../lib/icons.js";
import { phaseName, phaseWord, placedTitle } from "../lib/kinds.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";

const WORD = 0.09; // part of the whole from which a phase has room for its word
const WORD_NARROW = 0.2;
const KEYS = {
  ArrowRight: (player) => player.move(1),
  ArrowUp: (player) => player.move(1),
  ArrowLeft: (player) => player.move(-1),
  ArrowDown: (player) => player.move(-1),
  PageUp: (player) => player.step(1),
  PageDown: (player) => player.step(-1),
  " ": (player) => player.toggle(),
};

export function ReplayFoot({ room, line, player, leave }) {
  const playing = player.playing.value;
  const square = "button button--square";
  return html`
    <section class="replay-foot" aria-label=${_("Time line")}>
      <div class="replay-keys">
        ${leave && html`<a class="button button--quiet replay-leave" href=${leave}><${Icon} name="arrow-left" /><span>${_("Back")}</span></a>`}
        <button type="button" class=${square} aria-label=${_("Previous step")} onClick=${() => player.step(-1)}><${Icon} name="chevron-left" /></button>
        <button type="button" class="button button--primary replay-play" onClick=${() => player.toggle()}><${Icon} name=${playing ? "pause" : "play"} />${playing ? _("Pause") : _("Play")}</button>
        <button type="button" class=${square} aria-label=${_("Next step")} onClick=${() => player.step(1)}><${Icon} name="chevron-right" /></button>
      </div>
      <${Line} room=${room} line=${line} player=${player} />
      <${Visits} room=${room} line=${line} player=${player} />
    </section>`;
}

// A native range, so that every device knows how it is moved; an arrow goes to the next thing that came.
function Line({ room, line, player }) {
  const at = player.at.value;
  const told = whereWeAre(room, player);
  const key = (event) => {
    const act = KEYS[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(player);
  };
  return html`
    <div class="replay-line">
      <p class="replay-told" dir="auto" aria-hidden="true">${told}</p>
      <div class="replay-band"><${Drawn} svg=${line.band} at=${at} />
        <input type="range" aria-label=${_("Move through the workshop")} min="0" max=${line.seconds} step="1" value=${Math.floor(at)} aria-valuetext=${told}
          onInput=${({ currentTarget }) => player.to(Number(currentTarget.value))} onKeyDown=${key} /></div>
      <ol class="replay-phases" aria-hidden="true">${phasesOf(line).map(({ phase, seconds }, n) => html`
        <li key=${n} data-phase=${phase} style=${{ flexGrow: seconds }}>${seconds >= wordRoom() * line.seconds && phaseName(phase)}</li>`)}</ol>
    </div>`;
}

// The server's drawing, parsed as a drawing and never as a page.
function Drawn({ svg, at }) {
  const box = useRef(null);
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    box.current.replaceChildren(document.importNode(parsed, true));
  }, [svg]);
  useEffect(() => placeNow(box.current.firstElementChild, at), [svg, at]);
  return html`<div class="band-box" ref=${box}></div>`;
}

// Where on the line one is, in words: "Minute 12, Integrate: Group, 42 notes".
export function whereWeAre({ scene }, player) {
  const minute = Math.floor(Math.max(0, player.at.value - 1) / 60) + 1;
  const closed = scene.one("workshop")?.state === "closed";
  const visit = player.visit();
  const steps = inOrder(scene);
  const step = steps.find(({ id }) => id === visit.step) ?? visit;
  const many = scene.all("note").length;
  const notes = ngettext("%(n)s note", "%(n)s notes", many);
  if (closed) return _("Minute %(n)s, the workshop is closed, %(notes)s", { n: minute, notes });
  const [phase, title] = [phaseWord(step, steps), step.title];
  if (phase === title) return _("Minute %(n)s, %(title)s, %(notes)s", { n: minute, title, notes });
  return _("Minute %(n)s, %(phase)s: %(title)s, %(notes)s", { n: minute, phase, title, notes });
}

const wordRoom = () => (innerWidth < 700 ? WORD_NARROW : WORD);

// Neighbours of one phase are one stretch, as in the band.
export function phasesOf({ visits, seconds }) {
  const runs = [];
  visits.forEach(({ phase, at }, n) => {
    const length = (visits[n + 1]?.at ?? seconds) - at;
    if (runs.at(-1)?.phase === phase) runs.at(-1).seconds += length;
    else runs.push({ phase, seconds: length });
  });
  return runs;
}

function Visits({ room, line, player }) {
  const here = player.visit();
  const row = useRef(null);
  useEffect(() => {
    const [list, button] = [row.current, row.current.querySelector("[aria-current]")];
    if (button && !list.contains(document.activeElement)) list.scrollLeft = button.offsetLeft - list.clientWidth / 3;
  }, [here]);
  // What is half outside a browser leaves there.
  const whole = ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  return html`
    <ol class="replay-steps" ref=${row} aria-label=${_("Steps")} onFocusIn=${whole}>
      ${line.visits.map((visit, n) => html`
        <li key=${n}><button type="button" class="button button--small" data-phase=${visit.phase} aria-current=${visit === here ? "step" : undefined} onClick=${() => player.to(visit.at)}>
          <${Sign} phase=${visit.phase} /><span dir="auto">${titleOf(room, visit)}</span></button></li>`)}
    </ol>`;
}

function titleOf({ scene }, visit) {
  const step = scene.get("step", visit.step);
  return step ? placedTitle(step, inOrder(scene)) : visit.title;
}
