// Reading the room: who is done, who needs more time, how the writing is spread, and one sentence of advice.
// Counts alone, never a name.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { adviceOn } from "../lib/advice.js";
import { _ } from "../lib/words.js";

export function Signals({ room, step }) {
  const { counts = {} } = room.presence.value;
  const { joined = 0, done = 0, more = 0, spread = [] } = counts;
  const advice = adviceOn(room.scene, step, counts);
  const writing = step.types.length > 0 && !step.sealed;
  const wrote = step.layout !== "poll" && spread.slice(1).some(Boolean);
  const asked = step.layout !== "talk" || done + more > 0; // phones rest there, and ask for no sign
  return html`
    ${asked && html`<dl class="signals" aria-label=${_("Reading the room")}>
      <${Signal} icon=${joined > 0 && done >= joined ? "check" : "circle-dashed"} words=${_("Done")} count=${`${done}/${joined}`} />
      <${Signal} icon=${more ? "clock" : "circle-dashed"} words=${_("More time")} count=${more} />
    </dl>`}
    ${wrote && html`<${Spread} spread=${spread} />`}
    ${!spread.length && writing && joined > 0 && joined < 4 && html`<p class="small">${_("Fewer than four take part, so how the writing is spread is not shown.")}</p>`}
    ${advice && html`<p class="advice">${advice}</p>`}`;
}

function Signal({ icon, words, count }) {
  return html`<div class="signal" data-icon=${icon}><dt><${Icon} name=${icon} /> ${words}</dt><dd>${count}</dd></div>`;
}

// So many people have written so many notes in this step.
function Spread({ spread }) {
  const most = Math.max(...spread);
  return html`
    <table class="spread"><caption>${_("People by notes written")}</caption>
      <thead><tr>${["0", "1–2", "3–5", "6+"].map((words) => html`<th scope="col" key=${words}>${words}</th>`)}</tr></thead>
      <tbody><tr>${spread.map((n, at) => html`<td key=${at} style=${{ "--part": n / most }}>${n}</td>`)}</tr></tbody></table>`;
}
