// What was refused. A text is never lost: it is offered to this step, to the parking lot, or back to the hand.
// In the steps after, it is one calm line that opens.
import { html, useEffect } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { isToldInPlace } from "../lib/in-place.js";
import { currentStep, takesNotes } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";

const SHOWN = 9000; // ms that a sentence without a text stands

export function Offers({ room }) {
  const refusals = room.refusals.value.filter((refusal) => !isToldInPlace(room.scene, refusal));
  const step = currentStep(room.scene)?.id;
  const withText = refusals.filter(({ entry }) => textOf(entry));
  const without = refusals.filter(({ entry }) => !textOf(entry));
  const earlier = withText.filter((refusal) => refusal.step && refusal.step !== step);
  const fresh = withText.filter((refusal) => !earlier.includes(refusal));
  return html`
    ${earlier.length > 0 && html`<${Earlier} room=${room} refusals=${earlier} />`}
    ${fresh.map((refusal) => html`<${Offer} key=${refusal.entry.op} room=${room} refusal=${refusal} told />`)}
    ${without.length > 0 && html`<div class="toasts">${bySentence(without).map(([words, all]) => html`<${Toast} key=${words} room=${room} words=${words} refusals=${all} />`)}</div>`}`;
}

function Earlier({ room, refusals }) {
  const n = refusals.length;
  return html`
    <details class="card card--wait card--folded"><summary>${ngettext("%(n)s text was not taken: look", "%(n)s texts were not taken: look", n)}</summary>
      ${refusals.map((refusal) => html`<${Offer} key=${refusal.entry.op} room=${room} refusal=${refusal} />`)}
    </details>`;
}

// told: it is new, so it is also said aloud.
function Offer({ room, refusal, told = false }) {
  const { entry, error } = refusal;
  const text = textOf(entry);
  const closed = room.scene.one("workshop")?.state === "closed";
  const own = room.scene.get("step", entry.fields.step ?? room.scene.get("note", entry.fields.note)?.step);
  const tooLate = error.code === "deadline_passed" && own?.state === "early"; // this device's clock may be behind the server's
  const takes = (each) => each && takesNotes(each) && !each.locks.includes("writing") && !(tooLate && each === own);
  const step = closed ? undefined : [own, currentStep(room.scene)].find(takes);
  const late = !closed && tooLate && !step;
  const anew = Boolean(step) && (error.code === "step_closed" || error.code === "deadline_passed");
  useEffect(() => void (told && sayError(sentence(error))), []);
  const then = (work, said) => () => {
    work();
    say(said);
    room.forgive(refusal);
  };
  const add = () => room.send("AddNote", { id: room.newId(), step: step.id, type: typeFor(step, entry), text, parent: "" });
  return html`
    <section class="card card--wait"><h2>${sentence(error)}</h2><p class="quote" dir="auto">${_("“%(words)s”", { words: text })}</p>
      <div class="buttons">
        ${anew && html`<button type="button" class="button button--primary" onClick=${then(add, _("Added."))}>${_("Put it in this step")}</button>`}
        ${step && !anew && html`<button type="button" class="button button--primary" onClick=${then(() => room.layInDraft(`note ${step.id}`, text), _("It is in the note again."))}>${_("Go on writing")}</button>`}
        ${late && html`<button type="button" class="button button--primary" onClick=${then(() => room.layInDraft(`note ${own.id}`, text), _("Kept. It opens again with the step."))}>${_("Keep it until the step opens")}</button>`}
        ${!closed && html`<button type="button" class="button" onClick=${then(() => room.send("ParkNote", { id: room.newId(), text, ...wasOf(entry) }), _("Parked."))}>${_("Park it")}</button>`}
        <button type="button" class="button button--quiet" onClick=${then(() => {}, _("Discarded."))}>${_("Discard")}</button>
      </div>
    </section>`;
}

// Words that a note was to have: where it is held, they are held in the parking lot too.
function wasOf({ kind, fields }) {
  return kind === "ChangeNote" ? { note: fields.note } : {};
}

// What is refused for the same reason several times is said once.
function bySentence(refusals) {
  const found = new Map();
  for (const refusal of refusals) found.set(sentence(refusal.error), [...(found.get(sentence(refusal.error)) ?? []), refusal]);
  return [...found];
}

function Toast({ room, words, refusals }) {
  useEffect(() => {
    sayError(words);
    const timer = setTimeout(() => refusals.forEach(room.forgive), SHOWN);
    return () => clearTimeout(timer);
  }, [refusals.length]);
  return html`<p class="toast">${words}</p>`;
}

// Text that someone has written. A name or a title of the agenda is typed again more easily than parked.
function textOf({ kind, fields }) {
  if (/^(AddNote|ChangeNote|ParkNote|AddDecision|ChangeDecision)$/.test(kind)) return fields.text;
  if (/^(AddCluster|NameCluster)$/.test(kind)) return fields.title;
  if (/^(AddAction|ChangeAction)$/.test(kind)) return [fields.what, fields.who, fields.first_step].filter(Boolean).join(" · ");
  if (kind === "SaveSheet") return Object.values(fields.values).filter(Boolean).join(" · ");
  return "";
}

function typeFor(step, { fields }) {
  return step.types.includes(fields.type) ? fields.type : step.types[0];
}

function sentence({ code, message }) {
  if (message) return message;
  return {
    too_large: _("That is more than can be sent at once. Make it shorter."),
    outbox_full: _("Too much is waiting for the network. Wait until it is back."),
    left_behind: _("The room moved on while you were writing."),
    cut_twice: _("This could not be sent. Here is the text again."),
  }[code] ?? _("That was not saved.");
}
