// How the marks lie: for each thing and scale a bar for every mark, with its number. Never a middle alone.
import { html } from "../lib/html.js";
import { decimal } from "../lib/fmt.js";
import { answeredOf, before, heardOf, isAlone, marksOf, markWord, metWord, neededWord, resultOn, sidesOf } from "../lib/marks.js";
import { Icon } from "../lib/icons.js";
import { itemName } from "../lib/table.js";
import { _, ngettext } from "../lib/words.js";
import { Note } from "./note.js";

const LONG = 55; // signs of a title, past which the board sets it smaller

const asWritten = (text) => text;

// What stands in the way is heard first; then the answers.
export function ScoringResult({ room, scoring, aside }) {
  return html`
    <${Met} scoring=${scoring} />
    <${Proposal} scoring=${scoring} />
    <${Reservations} room=${room} scoring=${scoring} aside=${aside} />
    <p class="scored-answered">${answeredOf(scoring)}</p>
    <${Scored} room=${room} scoring=${scoring} />
    <${ByGroup} room=${room} scoring=${scoring} />`;
}

// The groups that are told apart, each with how its marks lie: [{item, scale, group, counts}].
export function groupsTold({ groups = [], items, scales, results }) {
  return items.flatMap((item) => scales.flatMap((scale) => {
    const { by_group: told = [] } = results.find((result) => result.item === item.item && result.scale === scale.id) ?? {};
    return groups.map((group, n) => ({ item, scale, group, counts: told[n] ?? [] })).filter(({ counts }) => counts.length);
  }));
}

// from, most: the groups of one page, where not all are shown.
export function ByGroup({ room, scoring, from = 0, most = Infinity, words = asWritten }) {
  if (!scoring.groups?.length) return null;
  const told = groupsTold(scoring);
  const whole = told.length < scoring.groups.length * scoring.items.length * scoring.scales.length;
  return html`
    <section class="section by-groups"><h2>${_("By group")}</h2>
      <ul class="scored" data-small>${told.slice(from, from + most).map(({ item, scale, group, counts }) => html`
        <li class="scored-item" key=${`${item.item} ${scale.id} ${group}`}><h3 class="scored-title"><span dir="auto">${words(group)}</span>${" "}<small>${nameOn(room, scoring, item, scale, words)}</small></h3>
          <div class="lie"><${Hill} scale=${scale} counts=${counts} />
            ${scoring.text && scoring.needed && html`<p>${_("%(support)s of %(all)s at %(low)s to %(to)s · %(against)s at %(from)s to %(high)s", sidesOf(scale, counts))}</p>`}</div></li>`)}</ul>
      ${whole && html`<p class="small">${_("Groups of which fewer than four have answered are not shown, nor one by which they could be reckoned.")}</p>`}
    </section>`;
}

// Which of several things on which of several scales.
function nameOn(room, scoring, item, scale, words) {
  const title = !isAlone(scoring) && words(itemName(room.scene, item));
  return [title, scoring.scales.length > 1 && scale.title].filter(Boolean).join(" – ");
}

export function Proposal({ scoring, words = asWritten }) {
  if (!scoring.text) return null;
  return html`
    <blockquote class="polled" dir="auto">${scoring.version > 1 && html`<p class="polled-version">${_("Version %(n)s", { n: scoring.version })}</p>`}
      <p>${words(scoring.text)}</p></blockquote>`;
}

// The level that was set before, and whether it is reached.
export function Met({ scoring }) {
  const { needed, met, scales } = scoring;
  if (!needed) return null;
  const words = neededWord(needed, scales[0]);
  if (!met) return html`<p class="met"><span>${_("Needed: %(words)s", { words })}</span></p>`;
  return html`
    <p class="met" data-met=${met}><${Icon} name=${met === "yes" ? "check" : "x"} /><b>${metWord(met)}</b> <span>${_("Needed: %(words)s", { words })}</span></p>`;
}

// past: of a scoring that is over and done with, there is nothing to hear first.
export function Reservations({ room, scoring, aside, past = false, head = "h2", from = 0, most = Infinity, words }) {
  const notes = heardOf(room.scene, scoring).slice(from, from + most);
  if (!notes.length) return null;
  return html`
    <section class="section heard"><${head}>${past ? _("What stood in the way") : _("Hear this first")}<//>
      <ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} tools=${aside} words=${words} />`)}</ul></section>`;
}

// from, most: the things of one page, where not all are shown; one long title makes all of them small.
// keyed: what the numbers mean stands above them.
export function Scored({ room, scoring, from = 0, most = Infinity, keyed = true, words = asWritten }) {
  const earlier = before(room.scene, scoring);
  const small = isSmall(scoring);
  const listed = [...scoring.items].sort((a, b) => against(scoring, b) - against(scoring, a));
  const shown = listed.slice(from, from + most);
  const long = !isAlone(scoring) && shown.some((item) => itemName(room.scene, item).length > LONG);
  const key = keyed && keyOf(scoring);
  return html`
    ${key && html`<p class="lie-key">${key}</p>`}
    <ul class="scored" data-small=${small ? "" : undefined} data-long=${long ? "" : undefined}>
      ${shown.map((item) => html`
        <li class="scored-item" key=${item.item}>
          ${!isAlone(scoring) && html`<h3 class="scored-title" dir="auto">${words(itemName(room.scene, item))}</h3><${ItemMet} met=${metOf(scoring, item)} />`}
          ${scoring.scales.map((scale) => html`
            <${Lie} key=${scale.id} scale=${scale} result=${resultOn(scoring, item.item, scale.id)} earlier=${earlier && comparable(earlier, scoring, item, scale)}
              named=${scoring.scales.length > 1} small=${small} sided=${scoring.text && scoring.needed} />`)}
        </li>`)}
    </ul>`;
}

function isSmall({ items, scales }) {
  return items.length * scales.length > 2;
}

// What each number says, where there is no room for it beside every bar.
export function keyOf(scoring) {
  const { scales: [scale, ...others] } = scoring;
  if (!isSmall(scoring) || others.length) return "";
  return marksOf(scale).filter((mark) => markWord(scale, mark)).map((mark) => `${mark} ${markWord(scale, mark)}`).join(" · ");
}

// Where a level was needed, what most stand against comes first; what is equal stays in the order of the wall.
function against({ needed, results }, { item }) {
  if (!needed) return 0;
  return Math.max(0, ...results.filter((result) => result.item === item).map(({ counts, answers }) => (counts.at(-1) ?? 0) / answers));
}

function metOf({ results }, { item }) {
  const told = results.filter((result) => result.item === item).map(({ met }) => met);
  return told.includes("no") ? "no" : told.includes("yes") ? "yes" : "";
}

function ItemMet({ met }) {
  if (!met) return null;
  return html`<p class="met" data-met=${met}><${Icon} name=${met === "yes" ? "check" : "x"} />${metWord(met)}</p>`;
}

// What the same scale got before: on the same thing, or on the one thing that either asked.
function comparable(earlier, scoring, item, scale) {
  const where = isAlone(earlier) && isAlone(scoring) ? earlier.items[0].item : item.item;
  const found = resultOn(earlier, where, scale.id);
  return found?.median ? found : undefined;
}

// sided: how many stand behind it, and how many do not, is told in one line.
function Lie({ scale, result, earlier, named, small, sided }) {
  const heading = named && scale.title;
  if (!result?.counts.length) return html`<div class="lie">${heading && html`<p class="lie-title">${heading}</p>`}<p class="small">${few(result)}</p></div>`;
  const marks = marksOf(scale);
  const ends = !small && scale.words?.length === 2 && scale.words;
  return html`
    <div class="lie" data-words=${(scale.words ?? []).length === marks.length ? "each" : "ends"}>
      ${heading && html`<p class="lie-title">${heading}</p>`}
      <${Hill} scale=${scale} counts=${result.counts} />
      ${ends && html`<p class="scale-ends" aria-hidden="true"><span>${ends[0]}</span><span>${ends[1]}</span></p>`}
      ${sided && html`<p>${_("%(support)s of %(all)s at %(low)s to %(to)s · %(against)s at %(from)s to %(high)s", sidesOf(scale, result.counts))}</p>`}
      <p class="lie-middle">${middle(result, small)}
        ${earlier && html` · <span class="lie-before">${moved(earlier, result)}</span>`}</p>
    </div>`;
}

function Hill({ scale, counts }) {
  const marks = marksOf(scale);
  const highest = Math.max(1, ...counts);
  return html`
    <ol class="lie-marks" style=${{ "--marks": marks.length }}>
      ${marks.map((mark, n) => html`
        <li key=${mark} style=${{ "--part": counts[n] / highest }} data-none=${counts[n] ? undefined : ""}>
          <b class="lie-mark">${mark}</b> <span class="lie-word">${markWord(scale, mark)}</span>
          <i class="lie-bar" aria-hidden="true"></i> <span class="lie-count">${counts[n]}<span class="visually-hidden"> ${ngettext("person", "people", counts[n])}</span></span></li>`)}
    </ol>`;
}

function middle(result, small) {
  const told = Object.fromEntries(["median", "q1", "q3"].map((name) => [name, decimal(result[name])]));
  if (small) return _("Middle %(median)s (%(q1)s to %(q3)s)", told);
  return _("Middle %(median)s · half of the answers lie from %(q1)s to %(q3)s", told);
}

function few(result) {
  return result?.answers ? _("Fewer than four answered, so it is not broken down.") : _("Nobody answered this.");
}

function moved(earlier, { median }) {
  const change = median - earlier.median;
  const told = { median: decimal(earlier.median), change: `${change > 0 ? "+" : "−"}${decimal(Math.abs(change))}` };
  return change ? _("Before: %(median)s, %(change)s since", told) : _("Before: %(median)s, the same as now", told);
}
