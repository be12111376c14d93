// One thought per note. What is typed is kept until it is sent, also over a reload.
import { html, signal, useEffect, useMemo, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { columnsOf } from "../lib/columns.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Labels, labelsIn } from "./labels.js";
import { Paper } from "./paper.js";

const REMEMBERED = ["type", "column", "role"]; // from one note to the next; how one knows it is each note's own

// building: a signal with the id of the note that is built on, or "". about: what the note speaks of, if of anything.
// id: of the field; two may stand on a page.
export function Composer({ room, step, building, about, focus, id = "composer" }) {
  const { drafts } = room;
  const text = useMemo(() => signal(drafts.get(`note ${step.id}`)), [step.id]);
  const [chosen, setChosen] = useState(() => Object.fromEntries(REMEMBERED.map((name) => [name, drafts.get(`${name} ${step.id}`)])));
  const labels = labelsIn(step, chosen);
  const keep = (typed) => {
    text.value = typed;
    drafts.set(`note ${step.id}`, typed);
  };
  const choose = (name, value) => {
    setChosen({ ...chosen, [name]: value });
    if (REMEMBERED.includes(name)) drafts.set(`${name} ${step.id}`, value);
  };
  const add = (written) => {
    const op = room.send("AddNote", { id: room.newId(), step: step.id, text: written, parent: building?.value ?? "", ...(about && { about }), ...named(labels) });
    if (!op) return;
    keep("");
    setChosen({ ...chosen, evidence: "" });
    if (building) building.value = "";
    say(_("Added."));
  };
  useEffect(() => void (building?.value && document.getElementById(id).focus()), [building?.value]);
  // A text that was refused may come back into the draft.
  useEffect(() => void (text.value = drafts.get(`note ${step.id}`)), [room.draftsLaid.value]);
  return html`
    <form class="compose" onSubmit=${(event) => event.preventDefault()}>
      <${Labels} step=${step} labels=${labels} name=${step.id} onLabel=${choose} />
      <${Building} room=${room} building=${building} />
      <${Paper} room=${room} type=${labels.type} text=${text.value} id=${id} focus=${focus}
        label=${hintOf(step, labels) || _("One thought per note")} button=${_("Add")} onText=${keep} onSend=${add} />
    </form>`;
}

// What a note does not say of itself is left out.
function named(labels) {
  return Object.fromEntries(Object.entries(labels).filter(([name, value]) => name === "type" || value));
}

function hintOf(step, { column }) {
  return columnsOf(step).find(({ id }) => id === column)?.hint;
}

function Building({ room, building }) {
  const parent = building?.value ? room.scene.get("note", building.value) : null;
  if (!parent) return null;
  return html`
    <p class="note-parent compose-parent"><${Icon} name="corner-down-right" /> ${_("Builds on “%(text)s”", { text: parent.text })}
      <button type="button" class="button button--square button--quiet" aria-label=${_("Do not build on it")}
        onClick=${() => (building.value = "")}><${Icon} name="x" /></button></p>`;
}
