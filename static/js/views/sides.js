// For and against one row: what is written, and a paper for one more. Hidden from others until the reveal.
import { html, signal, useCallback, useEffect, useMemo, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { useFocusBack } from "../lib/focus-back.js";
import { Icon } from "../lib/icons.js";
import { typeWord } from "../lib/kinds.js";
import { sidesOf } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { NoteMenu } from "./menu.js";
import { Note } from "./note.js";
import { Paper } from "./paper.js";
import { Types } from "./types.js";

const SIDES = ["pro", "con"];

// writes: the step takes notes now.
export function Sides({ room, step, row, name, writes }) {
  const [adding, setAdding] = useState(() => Boolean(room.drafts.get(`side ${row.id}`)));
  // A text that was refused may come back into the draft.
  useEffect(() => void (room.drafts.get(`side ${row.id}`) && setAdding(true)), [room.draftsLaid.value]);
  const opener = useFocusBack(adding);
  return html`
    <${SideLists} room=${room} row=${row} />
    ${writes && (adding
      ? html`<${SideForm} room=${room} step=${step} row=${row} name=${name} onClose=${() => setAdding(false)} />`
      : html`<div class="buttons"><button type="button" class="button button--small" ref=${opener} aria-label=${_("Say something for or against “%(what)s”", { what: name })} onClick=${() => setAdding(true)}>
          <${Icon} name="plus" />${_("For or against")}</button></div>`)}`;
}

export function SideLists({ room, row, words, most = Infinity }) {
  const [opened, setOpened] = useState("");
  const tools = useCallback((note, own) => own && html`
    <button type="button" class="button button--square button--quiet" aria-label=${_("More for “%(text)s”", { text: note.text })} onClick=${() => setOpened(note.id)}><${Icon} name="ellipsis" /></button>`, []);
  const lists = SIDES.map((type) => [type, sidesOf(room.scene, row.id, type)]).filter(([, notes]) => notes.length);
  if (!lists.length) return null;
  return html`
    <div class="sides">${lists.map(([type, notes]) => html`
      <div class="side" key=${type}><p class="side-title">${typeWord(type)} <span class="count">${notes.length}</span></p>
        <ul class="notes">${notes.slice(0, most).map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} words=${words} tools=${tools} />`)}</ul>
        ${notes.length > most && html`<p class="cluster-more">+${notes.length - most}</p>`}</div>`)}
    </div>
    ${opened && html`<${NoteMenu} room=${room} id=${opened} onClose=${() => setOpened("")} />`}`;
}

function SideForm({ room, step, row, name, onClose }) {
  const draft = `side ${row.id}`;
  const text = useMemo(() => signal(room.drafts.get(draft)), []);
  const [type, setType] = useState(() => room.drafts.get(`type ${row.id}`) || SIDES[0]);
  const choose = (side) => {
    setType(side);
    room.drafts.set(`type ${row.id}`, side);
  };
  useEffect(() => void (text.value = room.drafts.get(draft)), [room.draftsLaid.value]);
  const keep = (typed) => {
    text.value = typed;
    room.drafts.set(draft, typed);
  };
  const add = (written) => {
    if (!room.send("AddNote", { id: room.newId(), step: step.id, type, text: written, about: row.id })) return;
    keep("");
    say(_("Added."));
  };
  const close = () => {
    keep("");
    onClose();
  };
  return html`
    <form class="compose" onSubmit=${(event) => event.preventDefault()}>
      <${Types} types=${SIDES} chosen=${type} name="type-side-${row.id}" onChoose=${choose} />
      <${Paper} room=${room} type=${type} text=${text.value} id="side-${row.id}" focus
        label=${type === "pro" ? _("What speaks for “%(what)s”?", { what: name }) : _("What speaks against “%(what)s”?", { what: name })} button=${_("Add")} onText=${keep} onSend=${add} />
      <div class="buttons"><button type="button" class="button button--small button--quiet" onClick=${close}>${_("Done here")}</button></div>
    </form>`;
}
