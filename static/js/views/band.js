// The woven band: the server draws it, and this moves "now" along it.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { finish, moveNow, placeNow, showPlan } from "../lib/band.js";
import { currentStep, inOrder, minutesUsed } from "../lib/steps.js";
import { secondsLeft } from "../lib/clock.js";
import { phaseWord } from "../lib/kinds.js";
import { _, ngettext } from "../lib/words.js";

const SETTLE = 300; // ms after the last change of the agenda, before the band is asked for again

// plan: before the start it is drawn in colour, as what it will be.
export function Band({ room, size, plan = false }) {
  const box = useRef(null);
  const svg = useBand(room, size, box);
  useNow(room, svg, plan);
  return html`<div class="band-box" ref=${box}></div><p class="visually-hidden">${whereWeAre(room)}</p>`;
}

function useBand(room, size, box) {
  const [svg, setSvg] = useState(null);
  const agenda = room.scene.saved("step").map(({ place, phase, minutes }) => `${place} ${phase} ${minutes}`).sort().join();
  useEffect(() => {
    if (!agenda) return undefined;
    let dropped = false;
    const ask = async () => {
      const drawn = await fetchBand(room, size).catch(() => null);
      if (!drawn || dropped || !box.current) return;
      box.current.replaceChildren(drawn);
      setSvg(drawn);
    };
    const timer = setTimeout(ask, svg ? SETTLE : 0);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [agenda, size]);
  return svg;
}

async function fetchBand({ workshop, cookie }, size) {
  const answer = await fetch(`/w/${workshop}/band/${size}.svg?as=${cookie}`);
  if (!answer.ok) return null;
  const parsed = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  const drawn = document.importNode(parsed.documentElement, true);
  return drawn.localName === "svg" ? drawn : null;
}

function useNow({ scene }, svg, plan) {
  const before = useRef(null);
  const closed = scene.one("workshop")?.state === "closed";
  const used = minutesUsed(scene);
  const step = currentStep(scene)?.id ?? "";
  const second = used === null ? null : Math.round(used * 60);
  useEffect(() => {
    if (!svg) return;
    const known = before.current;
    before.current = { svg, step };
    if (closed) finish(svg);
    else if (known?.svg === svg && known.step !== step && used !== null) moveNow(svg, used);
    else if (plan && used === null) showPlan(svg);
    else placeNow(svg, used);
  }, [svg, step, second, closed]);
}

function whereWeAre({ scene }) {
  const step = currentStep(scene);
  if (!step || scene.one("workshop").state === "closed") return "";
  const steps = inOrder(scene);
  const place = { phase: phaseWord(step, steps), n: steps.findIndex(({ id }) => id === step.id) + 1, all: steps.length };
  const left = Math.ceil((secondsLeft(scene.one("timer")) ?? 0) / 60);
  return `${_("%(phase)s, step %(n)s of %(all)s.", place)} ${ngettext("%(n)s minute left.", "%(n)s minutes left.", left)}`;
}
