// Notes to read, as they lie: by column where their step has columns, and apart in trays.
import { laidOut } from "../lib/columns.js";
import { html } from "../lib/html.js";
import { Note } from "./note.js";
import { groupWord } from "./paper-head.js";

// head: of the groups; there are none where all lie on one wall.
export function LaidOut({ room, step, notes, head = "h3" }) {
  const groups = laidOut(room.scene, step, notes).filter((group) => group.notes.length);
  if (groups.length === 1 && groups[0].id === "shown") return html`<${Papers} room=${room} notes=${notes} />`;
  return groups.map((group) => html`
    <section class="laid-out" key=${group.id}>
      <${head} class="counted"><span dir="auto">${groupWord(group)}</span> <span class="count">${group.notes.length}</span><//>
      <${Papers} room=${room} notes=${group.notes} /></section>`);
}

function Papers({ room, notes }) {
  return html`<ul class="notes">${notes.map(({ id }) => html`<${Note} key=${id} room=${room} id=${id} />`)}</ul>`;
}
