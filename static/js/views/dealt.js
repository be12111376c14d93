// The notes of others that this phone was dealt to build on. It asks for them itself, once they are shown.
import { html, useEffect, useRef } from "../lib/html.js";
import { takesNotes } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Note } from "./note.js";

export function Dealt({ room, step, onBuild }) {
  const { scene } = room;
  const deal = scene.all("deal").find((each) => each.step === step.id);
  const source = scene.get("step", step.source) ?? step;
  const theirs = scene.all("note").filter(({ id, step: at, readers }) => at === source.id && readers === "all" && !scene.get("authorship", id));
  useDeal(room, step, !deal && !source.sealed && takesNotes(step) && theirs.length);
  if (source.sealed) return html`<p class="lead">${_("The notes are sealed, so nobody can be dealt those of others any more. Build on what you like.")}</p>`;
  if (!deal) return html`<p class="lead">${_("You get notes of others as soon as they are shown.")}</p>`;
  const notes = deal.notes.filter((id) => scene.get("note", id)?.readers === "all");
  const built = new Set(scene.all("note").filter(({ id }) => scene.get("authorship", id)).map(({ parent }) => parent));
  const tools = (note) => html`
    <button type="button" class="button button--small" onClick=${() => onBuild?.(note.id)}>${built.has(note.id) ? _("Build on it again") : _("Build on")}</button>`;
  return html`
    <section class="section" data-part="dealt">
      <h2 class="counted">${_("Build on these")} <span class="count">${notes.length}</span></h2>
      <p class="small" role="status">${ngettext("You have built on %(n)s of them.", "You have built on %(n)s of them.", notes.filter((id) => built.has(id)).length)}</p>
      <ul class="notes">${notes.map((id) => html`<${Note} key=${id} room=${room} id=${id} tools=${onBuild && tools} />`)}</ul>
    </section>`;
}

// Asked for once for every number of notes: where there was none to be dealt, there may be one now.
function useDeal(room, step, wanted) {
  const asked = useRef(0);
  useEffect(() => {
    if (!wanted || asked.current === wanted) return;
    asked.current = wanted;
    room.send("TakeDeal", { step: step.id });
  }, [wanted]);
}
