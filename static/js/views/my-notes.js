// One's own notes of one step, as a plain list: beside a task that has a list of its own.
import { html, useCallback, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { NoteMenu } from "./menu.js";
import { Note } from "./note.js";

export function MyNotes({ room, step }) {
  const [opened, setOpened] = useState("");
  const mine = room.scene.all("note").filter((note) => note.step === step.id && room.scene.get("authorship", note.id)).reverse();
  const tools = useCallback((note) => html`
    <button type="button" class="button button--square button--quiet" aria-label=${_("More for “%(text)s”", { text: note.text })} onClick=${() => setOpened(note.id)}>
      <${Icon} name="ellipsis" /></button>`, []);
  if (!mine.length) return null;
  return html`
    <section class="section"><h2 class="counted">${_("Your notes")} <span class="count">${mine.length}</span></h2>
      <ul class="notes">${mine.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} tools=${tools} />`)}</ul>
      ${opened && html`<${NoteMenu} room=${room} id=${opened} onClose=${() => setOpened("")} />`}
    </section>`;
}
