// What the marks came to: the best first, each with its middles, where the room is apart, and what becomes of it.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { resultOn } from "../lib/marks.js";
import { itemName, quadrantWord, weighedOf } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { ChoiceMark } from "./chosen.js";
import { Scored } from "./scoring-result.js";

const asWritten = (text) => text;

// {item, title, ...what was weighed}, the best first.
export function lines(scene, scoring) {
  const items = new Map(scoring.items.map((item) => [item.item, item]));
  return weighedOf(scene, scoring).map((one) => ({ ...items.get(one.item), ...one }));
}

// from, most: the lines of one page. tools(line) gives the facilitator's buttons.
export function Weighed({ room, step, scoring, from = 0, most = Infinity, words = asWritten, tools }) {
  const shown = lines(room.scene, scoring).slice(from, from + most);
  return html`
    <ol class="weighed">
      ${shown.map((line) => html`
        <li class="weighed-line" key=${line.item} data-id=${line.item}>
          <p class="weighed-rank">${line.rank > 0 && html`<span class="visually-hidden">${_("Place")} </span>${line.rank}${line.tied && html` <span class="result-tied">${_("tied")}</span>`}`}</p>
          <h2 class="weighed-title" dir="auto">${words(itemName(room.scene, line))}</h2>
          <p class="weighed-score"><span class="visually-hidden">${_("Score")} </span>${line.score || "–"}</p>
          <p class="weighed-facts">${facts(scoring, line)}</p>
          <div class="weighed-chips">
            ${line.quadrant && html`<span class="chip" data-quadrant=${line.quadrant}>${quadrantWord(line.quadrant)}</span>`}
            ${line.apart.length > 0 && html`<span class="chip chip--wait"><${Icon} name="flag" /> ${_("Talk about this")}</span>`}
            <${ChoiceMark} scene=${room.scene} step=${step} item=${line.item} /></div>
          ${tools?.(line)}
        </li>`)}
    </ol>`;
}

// The middle on each scale; few answers say nothing.
function facts(scoring, { item }) {
  const told = scoring.scales.map((scale) => [scale, resultOn(scoring, item, scale.id)]).filter(([, result]) => result?.median);
  if (!told.length) return scoring.consensus ? _("Not placed yet.") : _("Fewer than four answered, so it is not broken down.");
  return told.map(([scale, { median, q1, q3 }]) => html`<span key=${scale.id}>${scale.title} <b>${median}</b>${q1 && html` <span class="weighed-spread">${_("(%(q1)s–%(q3)s)", { q1, q3 })}</span>`}</span> `);
}

// The things that the room is apart on, with how the marks lie on just those scales.
export function apartIn(scene, scoring) {
  return lines(scene, scoring).filter(({ apart }) => apart.length);
}

export function Apart({ room, scoring, from = 0, most = Infinity, words = asWritten }) {
  const those = apartIn(room.scene, scoring).slice(from, from + most);
  return those.map((line) => {
    const scales = scoring.scales.filter(({ id }) => line.apart.includes(id));
    return html`
      <section class="apart" key=${line.item}><h2 class="scored-title" dir="auto">${words(itemName(room.scene, line))}</h2>
        ${scales.length === 1 && html`<p class="lie-title">${scales[0].title}</p>`}
        <${Scored} room=${room} words=${words} scoring=${{ ...scoring, items: [line], scales }} /></section>`;
  });
}
