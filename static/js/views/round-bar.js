// What the facilitator leads a grouping with: the end of the silence, and the next cluster whose story is told.
import { html } from "../lib/html.js";
import { isContested } from "../lib/contested.js";
import { shine } from "../lib/light.js";
import { isSilent } from "../lib/silence.js";
import { storyOf } from "../lib/story.js";
import { _, ngettext } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { Act } from "./act.js";

export function RoundBar({ room, step }) {
  const groups = outline(room.scene, step);
  return html`
    ${isSilent(step) ? html`<${Silence} room=${room} step=${step} />` : step.setup?.story && html`<${Story} room=${room} groups=${groups} />`}
    <${Contested} room=${room} notes=${groups.flatMap(({ notes }) => notes).filter(isContested)} />`;
}

function Silence({ room, step }) {
  return html`
    <div class="round-bar"><p class="round-words"><b>${_("The room groups in silence.")}</b> ${_("Nobody can give names yet.")}</p>
      <${Act} room=${room} kind="EndSilence" fields=${{ step: step.id }} icon="pencil">${_("Now we give names")}<//></div>`;
}

// What keeps going from hand to hand; a move by the facilitator settles it, and so does a copy.
function Contested({ room, notes }) {
  const [first] = notes;
  if (!first) return null;
  return html`
    <div class="round-bar"><p class="round-words"><b>${ngettext("%(n)s note keeps being moved.", "%(n)s notes keep being moved.", notes.length)}</b> ${_("Ask aloud: “%(text)s”", { text: first.text })}</p>
      <button type="button" class="button" onClick=${() => shine(room, "note", first.id)}>${_("Show it to all")}</button></div>`;
}

function Story({ room, groups }) {
  const { all, n, now, next } = storyOf(room.scene, groups);
  if (!all) return html`<div class="round-bar"><p class="round-words">${_("There is no cluster to tell of yet.")}</p></div>`;
  return html`
    <div class="round-bar"><p class="round-words"><b>${_("%(n)s of %(all)s clusters told.", { n, all })}</b> ${nowWords(now, next)}</p>
      ${next && html`<button type="button" class="button button--primary" onClick=${() => shine(room, "cluster", next.id)}>${now ? _("Next cluster") : _("First cluster")}</button>`}
      ${now && !next && html`<${Act} room=${room} kind="EndSpotlight" fields=${{}} icon="check">${_("All are told")}<//>`}</div>`;
}

function nowWords(now, next) {
  if (now) return _("Now: “%(title)s”", { title: nameOf(now) });
  return next ? _("Next: “%(title)s”", { title: nameOf(next) }) : "";
}

function nameOf({ title, notes }) {
  return title || notes[0].text;
}
