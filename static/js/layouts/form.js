// A form: what it says now, the way to its next version, what it said before, and the thoughts that move it.
import { fieldsOf, newest, subjectOf, versions } from "../lib/forms.js";
import { useFocusBack } from "../lib/focus-back.js";
import { useRefused } from "../lib/in-place.js";
import { html, signal, useMemo, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { scoringOf } from "../lib/marks.js";
import { hiddenStep, takesNotes } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Composer } from "../views/composer.js";
import { Locked } from "../views/locked.js";
import { Pace } from "../views/pace.js";
import { Readers } from "../views/readers.js";
import { Said } from "../views/said.js";
import { SheetForm } from "../views/sheet-form.js";
import { Sure, SureNow } from "../views/sure.js";
import { Wall } from "./wall.js";

export function Screen({ room, step }) {
  const alone = !newest(room.scene, subjectOf(step)) && hiddenStep(room.scene, step);
  const form = html`<${Form} key="form" room=${room} step=${step} />`;
  const asked = scoringOf(room.scene, step)?.state === "open";
  const thoughts = step.types.length > 0 && !asked && html`<${Thoughts} key="thoughts" room=${room} step=${step} />`;
  return html`<main class="main">${alone ? [thoughts, form] : [form, thoughts]}</main>`;
}

// Facilitators write on while it is locked for others.
export function Form({ room, step }) {
  const now = newest(room.scene, subjectOf(step));
  const refused = useRefusedSheets(room, step);
  const [writing, setWriting] = useState(() => (room.drafts.get(`sheet ${step.id}`) ? "kept" : ""));
  const opener = useFocusBack(Boolean(writing || refused.length));
  const locked = room.as !== "facilitator" && step.locks.includes("writing");
  const here = room.scene.one("workshop").step === step.id;
  return html`
    <section class="section" data-layout="form">
      <${SureNow} room=${room} step=${step} />
      <${Locked} step=${step} what="writing" />
      ${now ? (!writing || refused.length > 0) && html`<${Version} room=${room} sheet=${now} now />` : html`<p class="empty">${_("Nothing is written yet. Think for yourself first; one of you writes it down.")}</p>`}
      ${refused.map((each) => html`<${SheetForm} key=${each.entry.op} room=${room} step=${step} now=${now} refused=${each} />`)}
      ${writing ? html`<${SheetForm} key="new" room=${room} step=${step} now=${now} focus=${writing === "asked"} onClose=${() => setWriting("")} />`
        : here && !locked && fieldsOf(step).length > 0 && html`<button type="button" class="button button--wide" ref=${opener} onClick=${() => setWriting("asked")}><${Icon} name="pencil" />${now ? _("Write the next version") : _("Write it down")}</button>`}
      <${Earlier} room=${room} step=${step} />
    </section>`;
}

// Those that fit this form, also where the room has gone on to the next step about the same thing.
function useRefusedSheets(room, step) {
  const asked = fieldsOf(step).map(({ id }) => id);
  const subject = (id) => subjectOf(room.scene.get("step", id) ?? { id });
  return useRefused(room, "SaveSheet", ({ step: of, values = {} }) => subject(of) === subjectOf(step) && Object.keys(values).every((name) => asked.includes(name)));
}

function Version({ room, sheet, now = false }) {
  return html`
    <article class=${now ? "card version version--now" : "version"}>
      <p class="version-head"><span class="chip">${_("Version %(n)s", { n: sheet.version })}</span>${sheet.pending === "late" && html` <span class="chip chip--wait"><${Icon} name="clock" /> ${_("Not saved yet")}</span>`}</p>
      <${Said} room=${room} sheet=${sheet} /><${Sure} room=${room} sheet=${sheet} /></article>`;
}

function Earlier({ room, step }) {
  const earlier = versions(room.scene, subjectOf(step)).slice(0, -1).reverse();
  if (!earlier.length) return null;
  return html`
    <details class="more"><summary>${ngettext("%(n)s earlier version", "%(n)s earlier versions", earlier.length)}</summary>
      ${earlier.map((sheet) => html`<${Version} key=${sheet.id} room=${room} sheet=${sheet} />`)}</details>`;
}

function Thoughts({ room, step }) {
  const building = useMemo(() => signal(""), [step.id]);
  const takes = takesNotes(step);
  const writes = takes && (!step.locks.includes("writing") || room.drafts.get(`note ${step.id}`));
  const folded = newest(room.scene, subjectOf(step))?.step === step.id && !hiddenStep(room.scene, step);
  const composer = html`<${Composer} room=${room} step=${step} building=${building} /><${Readers} step=${step} />`;
  return html`
    <section class="section"><h2>${thoughtsTitle(room, step)}</h2>
      ${writes && (folded ? html`<details class="more"><summary>${_("Write one more note")}</summary>${composer}</details>` : composer)}
      ${takes && html`<${Pace} room=${room} step=${step} />`}
      <${Wall} room=${room} step=${step} /></section>`;
}

export function thoughtsTitle({ scene }, step) {
  return newest(scene, subjectOf(step)) ? _("What have we learned that moves it?") : _("What should it say?");
}
