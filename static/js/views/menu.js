// What can be done with one note, on a sheet: Enter or the three dots open it.
import { html, signal, useEffect, useMemo, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { typeIn } from "../lib/columns.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { mayTell } from "../lib/working-groups.js";
import { Labels } from "./labels.js";
import { Note } from "./note.js";
import { Paper } from "./paper.js";

// What cannot be done with it is missing: onBuild and onMove by the step, onShine and onHold where nobody facilitates.
export function NoteMenu({ room, id, onBuild, onMove, onShine, onHold, onClose }) {
  const [doing, setDoing] = useState("");
  const own = Boolean(room.scene.get("authorship", id));
  const note = room.scene.get("note", id);
  if (!note) return null;
  if (doing === "change") return html`<${Editor} room=${room} note=${note} onClose=${onClose} />`;
  if (doing === "remove") return html`<${Remove} room=${room} note=${note} onClose=${onClose} />`;
  const then = (work) => () => {
    onClose();
    work(id);
  };
  return html`
    <${Dialog} sort="sheet" title=${_("This note")} onClose=${onClose} over=${html`<ul class="notes"><${Note} room=${room} id=${id} /></ul>`}>
      <div class="sheet-actions">
        ${onShine && html`<button type="button" class="button" onClick=${then(onShine)}><${Icon} name="lightbulb" />${_("Put in the spotlight")}</button>`}
        ${onMove && html`<button type="button" class="button" onClick=${then(onMove)}><${Icon} name="move" />${_("Move to…")}</button>`}
        ${onBuild && html`<button type="button" class="button" onClick=${then(onBuild)}><${Icon} name="corner-down-right" />${_("Build on it")}</button>`}
        ${mayTell(room, note) && html`<button type="button" class="button" onClick=${then(() => tell(room, note))}><${Icon} name="megaphone" />${note.reported ? _("Do not tell the others of it") : _("Tell the others of it")}</button>`}
        ${onHold && mayPark(room, note) && html`<button type="button" class="button" onClick=${then(() => park(room, note))}><${Icon} name="square-parking" />${_("Park this note")}</button>`}
        ${onHold && html`<button type="button" class="button" onClick=${then(onHold)}><${Icon} name="eye-off" />${note.held ? _("Look at it again") : _("Hide or return")}</button>`}
        ${own && html`<button type="button" class="button" onClick=${() => setDoing("change")}><${Icon} name="pencil" />${_("Change")}</button>`}
        ${own && html`<button type="button" class="button" onClick=${() => setDoing("remove")}><${Icon} name="trash-2" />${_("Remove")}</button>`}
        <button type="button" class="button button--quiet" onClick=${onClose}>${_("Back")}</button>
      </div>
    <//>`;
}

function mayPark({ scene }, note) {
  return note.readers === "all" && !scene.all("parked").some((parked) => parked.note === note.id);
}

function park(room, note) {
  room.send("SetAside", { id: room.newId(), note: note.id });
  say(_("In the parking lot. The note stays here too."));
}

function tell(room, note) {
  room.send("ReportNote", { note: note.id, on: !note.reported });
  say(note.reported ? _("Your group does not tell of it.") : _("Your group tells of it."));
}

export function Editor({ room, note, onClose }) {
  const draft = `change ${note.id}`; // over a reload
  const text = useMemo(() => signal(room.drafts.get(draft) || note.text), [note.id]);
  const labels = useMemo(() => signal(labelsOf(note)), [note.id]);
  const step = room.scene.get("step", note.step) ?? { types: [note.type] };
  const label = (name, value) => (labels.value = { ...labels.value, [name]: value });
  const finished = useRef(false);
  const keep = (typed) => {
    text.value = typed;
    room.drafts.set(draft, typed === note.text ? "" : typed);
  };
  const finish = () => {
    finished.current = true;
    room.drafts.set(draft, "");
    onClose();
  };
  const differs = Boolean(text.value.trim()) && text.value.trim() !== note.text;
  const send = (written) => {
    room.send("ChangeNote", { note: note.id, text: written, ...changed(step, note, labels.value) });
    say(_("Changed."));
    finish();
  };
  useEffect(() => () => finished.current || leave(room, note, text.peek().trim(), labels.peek().type), []);
  return html`
    <${Dialog} sort="sheet" unsent=${differs} title=${_("Change the note")} onClose=${finish}>
      <form class="compose" onSubmit=${(event) => event.preventDefault()}>
        <${Labels} step=${step} labels=${labels.value} name=${note.id} onLabel=${label} />
        <${Paper} room=${room} type=${typeNow(step, labels.value)} text=${text.value} id="editor" focus
          label=${_("One thought per note")} button=${_("Save")} onText=${keep} onSend=${send} />
      </form>
      <div class="sheet-actions"><button type="button" class="button button--quiet" onClick=${finish}>${_("Leave it as it was")}</button></div>
    <//>`;
}

function labelsOf({ type, column, evidence, role }) {
  return { type, column, evidence, role };
}

// A note may have a column or a role that its step does not know any more: it keeps what nobody changed.
function changed(step, note, labels) {
  const was = labelsOf(note);
  const names = Object.keys(was).filter((name) => labels[name] !== was[name]);
  return { type: typeNow(step, labels), ...Object.fromEntries(names.map((name) => [name, labels[name]])) };
}

function typeNow(step, labels) {
  return typeIn(step, labels.column) || labels.type;
}

// The room went on under a thumb that was changing a note: what it had typed is offered.
function leave(room, note, text, type) {
  room.drafts.set(`change ${note.id}`, "");
  if (!text || text === note.text) return;
  room.offer({ entry: { op: room.newId(), kind: "ChangeNote", fields: { note: note.id, text, type } }, error: { code: "left_behind" } });
}

function Remove({ room, note, onClose }) {
  const remove = () => {
    room.send("RemoveNote", { note: note.id });
    say(_("Removed."));
    onClose();
  };
  return html`
    <${Dialog} sort="sheet" title=${_("Remove this note?")} onClose=${onClose} over=${html`<ul class="notes"><${Note} room=${room} id=${note.id} /></ul>`}>
      <div class="sheet-actions">
        <button type="button" class="button" autofocus onClick=${onClose}>${_("Keep it")}</button>
        <button type="button" class="button button--primary" onClick=${remove}>${_("Remove")}</button>
      </div>
    <//>`;
}
