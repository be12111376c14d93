// A poll on the console: the text and the level it needs, how many have answered, then how the answers lie.
import { sayOfOthers } from "../lib/announce.js";
import { html, useEffect, useState } from "../lib/html.js";
import { useRefused } from "../lib/in-place.js";
import { shine } from "../lib/light.js";
import { cardOf, isAlone, neededWord, scoringOf, scoringsOf } from "../lib/marks.js";
import { refusalWords } from "../lib/refusals.js";
import { _, ngettext } from "../lib/words.js";
import { Icon } from "../lib/icons.js";
import { Act } from "./act.js";
import { polled } from "./compared.js";
import { OpenScoring } from "./console-actions.js";
import { Deciding } from "./deciding.js";
import { Listed } from "./listed.js";
import { OwnMarks } from "./marking.js";
import { Met, Proposal, ScoringResult } from "./scoring-result.js";
import { Versions } from "./versions.js";

const LEVELS = ["no_veto", "none_opposed", "most_support", "all_support"];

export function Stage({ room, step }) {
  const scoring = scoringOf(room.scene, step);
  if (!scoring) return step.setup.proposal ? html`<${Propose} key=${step.id} room=${room} step=${step} />` : html`<${Before} room=${room} step=${step} />`;
  if (scoring.state === "open") return html`<${Open} room=${room} step=${step} scoring=${scoring} />`;
  return html`
    <section class="section"><h2>${_("How the answers lie")}</h2><${ScoringResult} room=${room} scoring=${scoring} aside=${(note) => html`<${Shine} room=${room} note=${note} />`} />
      ${!step.setup.proposal && html`<div class="buttons"><${OpenScoring} key=${scoring.id} room=${room} step=${step} again /></div>`}</section>
    ${step.setup.proposal && html`<${Propose} key=${scoring.id} room=${room} step=${step} amended=${scoring} />`}
    <${Versions} room=${room} step=${step} latest=${scoring} />
    ${step.phase === "close" && html`<${Deciding} room=${room} step=${step} />`}`;
}

function Before({ room, step }) {
  const { scales = [] } = step.setup;
  const items = polled(room.scene, step);
  if (!scales.length) return html`<p class="empty">${_("This step has no scale yet. Give it one in the plan.")}</p>`;
  return html`
    <section class="section"><h2>${_("What is asked")}</h2>
      <ul>${scales.map((scale) => html`<li key=${scale.id}><span dir="auto">${scale.title}</span> <span class="small">${_("%(low)s to %(high)s", scale)}</span></li>`)}</ul></section>
    <${Listed} items=${items} words=${ngettext("%(n)s thing to answer", "%(n)s things to answer", items.length)} />`;
}

function Shine({ room, note }) {
  return html`<button type="button" class="button button--square button--quiet" aria-label=${_("Put “%(title)s” in the spotlight", { title: note.text })} onClick=${() => shine(room, "note", note.id)}><${Icon} name="lightbulb" /></button>`;
}

// The text is written with the room, and the level is chosen before anyone answers. Amended, it is the next version.
function Propose({ room, step, amended }) {
  const draft = `proposal ${step.id}`;
  const [refused] = useRefused(room, "OpenScoring", (fields) => fields.step === step.id && Boolean(fields.text));
  const last = refused?.entry.fields;
  const [text, setText] = useState(() => room.drafts.get(draft) || last?.text || amended?.text || "");
  const [needed, setNeeded] = useState(last?.needed || amended?.needed || step.setup.needed || LEVELS[0]);
  const [id] = useState(() => room.newId());
  const scale = step.setup.scales?.[0];
  if (!scale) return html`<p class="empty">${_("This step has no scale yet. Give it one in the plan.")}</p>`;
  const type = ({ currentTarget }) => {
    setText(currentTarget.value);
    room.drafts.set(draft, currentTarget.value);
  };
  const open = (event) => {
    event.preventDefault();
    if (!text.trim()) return;
    room.send("OpenScoring", { id, step: step.id, text: text.trim(), needed, amends: amended?.id ?? "" });
    room.drafts.set(draft, "");
    if (refused) room.forgive(refused);
  };
  return html`
    <form class="form card" id="propose" onSubmit=${open}>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}
      <div class="field"><label class="field-label" for="proposal">${amended ? _("The text, amended") : _("The text, word by word")}</label>
        <textarea class="field-input" id="proposal" rows="3" dir="auto" required maxlength=${room.limits.value.prompt_graphemes} value=${text} onInput=${type}></textarea></div>
      <fieldset class="checks"><legend class="field-label">${_("How much agreement does it need?")} <span class="field-hint">${_("– fixed when the poll opens")}</span></legend>
        ${LEVELS.map((level) => html`
          <label class="check" key=${level}><input type="radio" name="needed" value=${level} checked=${level === needed} onChange=${() => setNeeded(level)} /> <span>${neededWord(level, scale)}</span></label>`)}
      </fieldset>
      ${amended && html`<div class="buttons"><button type="submit" class="button"><${Icon} name="rotate-ccw" />${_("Poll version %(n)s", { n: amended.version + 1 })}</button></div>`}
    </form>`;
}

export function Open({ room, step, scoring }) {
  const scored = room.presence.value.counts?.scored ?? 0;
  useScoredSaid(scored, scoring.electorate);
  const own = cardOf(room.scene, scoring, room.you.value.id);
  return html`
    <section class="section"><h2>${step.layout === "poll" ? _("The poll is open") : _("The scoring is open")}</h2>
      <p><b>${ngettext("%(n)s may answer", "%(n)s may answer", scoring.electorate)}</b> · ${ngettext("%(n)s has answered", "%(n)s have answered", scored)}</p>
      <${Met} scoring=${scoring} />${!own && html`<${Proposal} scoring=${scoring} />`}
    </section>
    <${Late} room=${room} scoring=${scoring} />
    ${!own && !isAlone(scoring) && html`<${Listed} items=${scoring.items} words=${ngettext("%(n)s thing to answer", "%(n)s things to answer", scoring.items.length)} />`}
    ${own && html`<section class="section"><h2>${_("Your own marks")}</h2><${OwnMarks} key=${scoring.id} room=${room} scoring=${scoring} locked=${step.locks.includes("voting")} /></section>`}`;
}

// Said when half have answered and when all have: each answer by itself is no news.
function useScoredSaid(scored, all) {
  const halves = all ? Math.floor((2 * scored) / all) : 0;
  useEffect(() => {
    if (halves) sayOfOthers("scored", _("%(n)s of %(all)s have answered", { n: scored, all }));
  }, [halves]);
}

// Who joined after the scoring opened waits for one tap.
export function Late({ room, scoring }) {
  const cards = new Set(room.scene.all("card").filter((card) => card.scoring === scoring.id).map((card) => card.participant));
  const late = room.scene.all("participant").filter(({ id, role, removed }) => role === "participant" && !removed && !cards.has(id));
  if (!late.length) return null;
  return html`
    <section class="section"><h2>${_("Came after it was opened")}</h2>
      <ul class="people">${late.map(({ id, name }) => html`
        <li key=${id}><span dir="auto">${name || _("Someone without a name")}</span>
          <${Act} room=${room} kind="AdmitScorer" fields=${{ scoring: scoring.id, participant: id }} class="button button--small">${_("Let in")}<//></li>`)}</ul>
    </section>`;
}
