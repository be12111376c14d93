import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

const DOTS = 12; // that still have air; of more pages each stands for several

// pages: what usePages gives.
export function Pager({ pages }) {
  const { at, count, turn, byHand, goOn } = pages;
  if (count < 2) return null;
  const dots = Math.min(count, DOTS);
  const here = Math.floor((at * dots) / count);
  const square = "button button--square button--quiet";
  return html`
    <nav class="pager" aria-label=${_("Pages")}>
      <button type="button" class=${square} aria-label=${_("Previous page")} onClick=${() => turn(-1)}><${Icon} name="chevron-left" /></button>
      <span class="pager-dots" aria-hidden="true">${Array.from({ length: dots }, (x, n) => html`<i class=${n === here ? "here" : undefined}></i>`)}</span>
      <span>${_("%(n)s of %(all)s", { n: at + 1, all: count })}</span>
      <button type="button" class=${square} aria-label=${_("Next page")} onClick=${() => turn(1)}><${Icon} name="chevron-right" /></button>
      <button type="button" class=${square} aria-label=${byHand ? _("Let the pages turn by themselves") : _("Stay on this page")}
        onClick=${byHand ? goOn : () => turn(0)}><${Icon} name=${byHand ? "play" : "pause"} /></button>
    </nav>`;
}
