// One text that was refused or left behind, and what can become of it: it goes where it was meant to go, into this step or
// to the parking lot, back to the hand, or it is copied.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { copiedWords } from "../lib/copied.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { refusalWords, textOf } from "../lib/refusals.js";
import { currentStep } from "../lib/steps.js";
import { draftFor, reopensIn, waysFor } from "../lib/ways.js";
import { _ } from "../lib/words.js";

const DECIDING = () => import("./decide.js");

// told: it is new, so it is also said aloud.
export function Offer({ room, refusal, told = false }) {
  const { entry, error } = refusal;
  const text = textOf(entry);
  const quote = useRef(null);
  const [deciding, setDeciding] = useState(false);
  useEffect(() => void (told && sayError(refusalWords(error))), []);
  return html`
    <section class="card card--wait"><h2>${refusalWords(error)}</h2><p class="quote" dir="auto" ref=${quote}>${_("“%(words)s”", { words: text })}</p>
      <${Until} room=${room} entry=${entry} />
      <${Ways} room=${room} refusal=${refusal} text=${text} quote=${quote} onDecide=${() => setDeciding(true)} />
      ${deciding && html`<${Later} load=${DECIDING} name="DecideAgain" beside room=${room} step=${currentStep(room.scene)} refused=${refusal} onClose=${() => setDeciding(false)} />`}
    </section>`;
}

// How long it is kept here.
function Until({ room, entry }) {
  const again = reopensIn(room, entry);
  if (room.scene.one("workshop")?.state === "closed") return html`<p class="small">${_("It is on this device alone, and gone when you leave this page. Copy it if you want to keep it.")}</p>`;
  return again && html`<p class="small">${_("Its form opens again when the room comes back to “%(title)s”.", { title: again.title })}</p>`;
}

// The first one is the nearest to what was meant.
function Ways({ room, refusal, text, quote, onDecide }) {
  const { entry } = refusal;
  const { note, anew, keep, again, decide, park, copy } = waysFor(room, refusal);
  const then = (work, said) => () => {
    work();
    say(said);
    room.forgive(refusal);
  };
  const main = again || decide ? "button" : "button button--primary";
  const add = () => room.send("AddNote", { id: room.newId(), step: note.id, type: typeFor(note, entry), text, parent: "" });
  const lay = (step) => () => room.layInDraft(draftFor(room.scene, step, entry.fields), text);
  return html`
    <div class="buttons">
      ${again && html`<button type="button" class="button button--primary" onClick=${then(() => room.send(...again), _("Sent."))}>${_("Send it now")}</button>`}
      ${decide && html`<button type="button" class="button button--primary" onClick=${onDecide}>${_("Open it again")}</button>`}
      ${note && anew && html`<button type="button" class=${main} onClick=${then(add, _("Added."))}>${_("Put it in this step")}</button>`}
      ${note && !anew && html`<button type="button" class=${main} onClick=${then(lay(note), _("It is in the note again."))}>${_("Go on writing")}</button>`}
      ${keep && html`<button type="button" class=${main} onClick=${then(lay(keep), _("Kept. It opens again with the step."))}>${_("Keep it until the step opens")}</button>`}
      ${park && html`<button type="button" class="button" onClick=${then(() => room.send("ParkNote", { id: room.newId(), text, ...wasOf(entry) }), _("Parked."))}>${_("Park it")}</button>`}
      ${copy && html`<${Copy} quote=${quote} text=${text} />`}
      <button type="button" class="button button--quiet" onClick=${then(() => {}, _("Discarded."))}>${_("Discard")}</button>
    </div>`;
}

function Copy({ quote, text }) {
  const [done, setDone] = useState(null);
  const copy = async () => setDone(await copiedWords(quote.current, text));
  return html`<button type="button" class="button button--primary" onClick=${copy}><${Icon} name="copy" />${done === null ? _("Copy it") : done ? _("Copied") : _("Selected. Press Ctrl+C")}</button>`;
}

// Words that a note was to have: where it is held, they are held in the parking lot too.
function wasOf({ kind, fields }) {
  return kind === "ChangeNote" ? { note: fields.note } : {};
}

function typeFor(step, { fields }) {
  return step.types.includes(fields.type) ? fields.type : step.types[0];
}
