// One thought per note. What is typed is kept until it is sent, also over a reload.
import { html, signal, useEffect, useMemo } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Paper } from "./paper.js";
import { Types } from "./types.js";

// building: a signal with the id of the note that is built on, or "". id: of the field; two may stand on a page.
export function Composer({ room, step, building, focus, id = "composer" }) {
  const { drafts } = room;
  const text = useMemo(() => signal(drafts.get(`note ${step.id}`)), [step.id]);
  const type = useMemo(() => signal(drafts.get(`type ${step.id}`) || step.types[0]), [step.id]);
  const keep = (typed) => {
    text.value = typed;
    drafts.set(`note ${step.id}`, typed);
  };
  const choose = (chosen) => {
    type.value = chosen;
    drafts.set(`type ${step.id}`, chosen);
  };
  const add = (written) => {
    const op = room.send("AddNote", { id: room.newId(), step: step.id, type: type.value, text: written, parent: building?.value ?? "" });
    if (!op) return;
    keep("");
    if (building) building.value = "";
    say(_("Added."));
  };
  const chosen = step.types.includes(type.value) ? type.value : step.types[0];
  useEffect(() => void (building?.value && document.getElementById(id).focus()), [building?.value]);
  // A text that was refused may come back into the draft.
  useEffect(() => void (text.value = drafts.get(`note ${step.id}`)), [room.draftsLaid.value]);
  return html`
    <form class="compose" onSubmit=${(event) => event.preventDefault()}>
      <${Types} types=${step.types} chosen=${chosen} name="type-${step.id}" onChoose=${choose} />
      <${Building} room=${room} building=${building} />
      <${Paper} room=${room} type=${chosen} text=${text.value} id=${id} focus=${focus}
        label=${_("One thought per note")} button=${_("Add")} onText=${keep} onSend=${add} />
    </form>`;
}

function Building({ room, building }) {
  const parent = building?.value ? room.scene.get("note", building.value) : null;
  if (!parent) return null;
  return html`
    <p class="note-parent compose-parent"><${Icon} name="corner-down-right" /> ${_("Builds on “%(text)s”", { text: parent.text })}
      <button type="button" class="button button--square button--quiet" aria-label=${_("Do not build on it")}
        onClick=${() => (building.value = "")}><${Icon} name="x" /></button></p>`;
}
