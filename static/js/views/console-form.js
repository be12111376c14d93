// A form on the console: what it says, the thoughts that move it, and how sure the room is of it.
import { headline, newest, subjectOf } from "../lib/forms.js";
import { html, useState } from "../lib/html.js";
import { shine } from "../lib/light.js";
import { scoringOf } from "../lib/marks.js";
import { _, ngettext } from "../lib/words.js";
import { Form, thoughtsTitle } from "../layouts/form.js";
import { Wall } from "../layouts/wall.js";
import { Act } from "./act.js";
import { Late } from "./console-scoring.js";

export function Stage({ room, step }) {
  const now = newest(room.scene, subjectOf(step));
  const asked = scoringOf(room.scene, step)?.state === "open";
  const form = html`<${Form} key="form" room=${room} step=${step} />`;
  const sure = now && step.setup.scales?.length > 0 && html`<${HowSure} key=${now.id} room=${room} step=${step} now=${now} />`;
  return html`
    ${asked ? [sure, form] : [form, sure]}
    ${step.types.length > 0 && html`<section class="section"><h2>${thoughtsTitle(room, step)}</h2>
      <${Wall} room=${room} step=${step} onShine=${(id) => shine(room, "note", id)} /></section>`}`;
}

// A version is asked about once; the next version anew.
function HowSure({ room, step, now }) {
  const [id] = useState(() => room.newId());
  const scoring = scoringOf(room.scene, step);
  if (scoring?.state === "open") {
    const scored = room.presence.value.counts?.scored ?? 0;
    return html`
      <section class="section"><h2>${_("The room is asked how sure it is")}</h2>
        <p><b>${ngettext("%(n)s may answer", "%(n)s may answer", scoring.electorate)}</b> · ${ngettext("%(n)s has answered", "%(n)s have answered", scored)}</p></section>
      <${Late} room=${room} scoring=${scoring} />`;
  }
  if (now.confidence || now.pending) return null;
  const fields = { id, step: step.id, text: headline(now) };
  return html`<div class="buttons"><${Act} room=${room} kind="OpenScoring" fields=${fields} icon="message-circle-question-mark">${_("Ask how sure we are")}<//></div>`;
}
