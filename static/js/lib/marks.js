// The scorings of a step, this person's marks in one of them, and what came of it.
import { computed } from "./html.js";
import { _ } from "./words.js";

// The latest scoring that was opened in the step; records keep the order in which they came.
export function scoringOf(scene, step) {
  const found = scoringsOf(scene, step);
  return found.find(({ state }) => state === "open") ?? found.at(-1);
}

export function scoringsOf(scene, step) {
  return scene.all("scoring").filter((scoring) => scoring.step === step.id);
}

// What was written in a poll of why marks are low, for all to read: of this scoring, and what names none with the
// first of its step.
export function heardOf(scene, scoring) {
  if (scene.get("step", scoring.step)?.layout !== "poll") return [];
  const asked = scoringsOf(scene, { id: scoring.step }).map(({ id }) => id);
  const isIts = ({ about }) => (asked.includes(about) ? about : asked[0]) === scoring.id;
  return scene.all("note").filter((note) => note.step === scoring.step && note.readers === "all" && isIts(note)).sort((a, b) => a.place - b.place);
}

export function cardOf(scene, scoring, me) {
  return scene.all("card").find((card) => card.scoring === scoring.id && card.participant === me);
}

// The mark on one item and scale, or null. What waits in the outbox counts at once.
export function markOn(scene, scoring, item, scale) {
  const key = keyOf({ scoring, item, scale });
  return (scene.get("wish", key) ?? given(scene).get(key))?.value ?? null;
}

const keyOf = ({ scoring, item, scale }) => `${scoring}/${item}/${scale}`;

// Gone through once, not once for each thing that is marked.
const marks = new WeakMap(); // scene -> computed map of keyOf -> score

function given(scene) {
  if (!marks.has(scene)) marks.set(scene, computed(() => new Map(scene.all("score").map((score) => [keyOf(score), score]))));
  return marks.get(scene).value;
}

// Where a thing was placed by consensus, or null.
export function placedOn(scoring, item, scale) {
  const mark = resultOn(scoring, item, scale)?.median;
  return mark ? Number(mark) : null;
}

export function marksOf({ low, high }) {
  return Array.from({ length: high - low + 1 }, (x, n) => low + n);
}

// The word of a mark: each has one, or the two ends have.
export function markWord(scale, mark) {
  const { low, high, words = [] } = scale;
  if (words.length === 2) return { [low]: words[0], [high]: words[1] }[mark] ?? "";
  return words[mark - low] ?? "";
}

// A poll that asks its own question, or polls one text, has one thing on it.
export function isAlone({ items }) {
  return items.length === 1;
}

export function resultOn(scoring, item, scale) {
  return scoring.results.find((result) => result.item === item && result.scale === scale);
}

// The first scoring of the same subject, if this one is a later one.
export function before(scene, { id, step }) {
  const subjectOf = (each) => scene.get("step", each.step)?.setup.subject;
  const subject = subjectOf({ step });
  const first = subject && scene.all("scoring").find((each) => each.state === "closed" && subjectOf(each) === subject);
  return first?.id === id ? undefined : first;
}

// In how many marks from the top a scale opposes, as core/marks.py reads it.
const opposing = (marks) => Math.max(1, Math.floor(marks / 4));

// What was needed, in the marks of the scale.
export function neededWord(needed, { low, high }) {
  const marks = high - low + 1;
  const top = opposing(marks);
  const range = { high, from: high - top + 1, support: low - 1 + Math.max(1, Math.floor((marks * 3) / 8)), half: low - 1 + Math.floor(marks / 2) };
  const nobody = top > 1 ? _("nobody at %(from)s or %(high)s", range) : _("nobody at %(high)s", range);
  return {
    no_veto: _("nobody at %(high)s", range),
    none_opposed: nobody,
    most_support: _("four in five at 1 to %(support)s, and %(nobody)s", { ...range, nobody }),
    all_support: _("everyone at 1 to %(half)s", range),
  }[needed] ?? "";
}

// How many stand behind a text, and how many do not: the first three eighths of the scale, and its second half.
export function sidesOf({ low, high }, counts) {
  const marks = high - low + 1;
  const [support, half] = [Math.max(1, Math.floor((marks * 3) / 8)), Math.floor(marks / 2)];
  const sum = (part) => part.reduce((all, n) => all + n, 0);
  const given = { all: sum(counts), support: sum(counts.slice(0, support)), against: sum(counts.slice(half)) };
  return { ...given, low, high, to: low + support - 1, from: low + half };
}

export function metWord(met) {
  return { yes: _("Reached"), no: _("Not reached") }[met] ?? "";
}

// How many have answered, at the end.
export function answeredOf({ ballots, electorate, consensus }) {
  if (consensus) return _("Placed together by consensus, not scored");
  if (!ballots) return _("Nobody answered; %(n)s could", { n: electorate });
  return _("%(n)s of %(all)s answered", { n: ballots, all: electorate });
}
