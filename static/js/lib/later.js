// Screens are fetched when a step needs them, and the rest when the phone has nothing else to do.
import { html, useEffect, useState } from "./html.js";

const loaded = new Map(); // load -> module

// beside: it stands beside a screen, so that nothing is drawn until it is there.
export function Later({ load, name = "Screen", beside = false, ...props }) {
  const [, redraw] = useState(0);
  const module = loaded.get(load);
  useEffect(() => {
    // It may have come between drawing and here, fetched by someone else: then it is drawn now.
    if (!module) fetched(load).then(() => redraw((n) => n + 1));
  }, [load]);
  const Shown = module?.[name];
  if (!Shown && beside) return null;
  return Shown ? html`<${Shown} ...${props} />` : html`<main class="main" aria-busy="true"></main>`;
}

async function fetched(load) {
  if (loaded.has(load)) return;
  try {
    loaded.set(load, await load());
  } catch {
    // The network is away: the next try is when it may be back. It asks anew (scripts/modules.py).
    await new Promise((later) => setTimeout(later, 2000));
    await fetched(load);
  }
}

export function fetchWhenIdle(loads) {
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 1000));
  for (const load of loads) idle(() => fetched(load));
}
