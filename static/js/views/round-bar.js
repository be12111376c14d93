// What the facilitator leads a grouping with: the end of the silence, and the next cluster whose story is told.
import { html } from "../lib/html.js";
import { shine } from "../lib/light.js";
import { isSilent } from "../lib/silence.js";
import { storyOf } from "../lib/story.js";
import { _ } from "../lib/words.js";
import { outline } from "../layouts/clusters.js";
import { Act } from "./act.js";

export function RoundBar({ room, step }) {
  if (isSilent(step)) return html`<${Silence} room=${room} step=${step} />`;
  if (step.setup?.story) return html`<${Story} room=${room} step=${step} />`;
  return null;
}

function Silence({ room, step }) {
  return html`
    <div class="round-bar"><p class="round-words"><b>${_("The room groups in silence.")}</b> ${_("Nobody can give names yet.")}</p>
      <${Act} room=${room} kind="EndSilence" fields=${{ step: step.id }} icon="pencil">${_("Now we give names")}<//></div>`;
}

function Story({ room, step }) {
  const { all, n, now, next } = storyOf(room.scene, outline(room.scene, step));
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
