// One thing to vote on: for each criterion − n +. A tap is drawn at once, and sent as the new number.
import { html } from "../lib/html.js";
import { isGone, titleOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";
import { Mark } from "./dot-mark.js";

const LONG = 80; // signs, past which a title has the whole width of a phone

// criteria: each with what is left for it; hand: whose dots these are, given or planned; locked: the facilitator
// holds the voting still.
export function Candidate({ room, round, candidate, criteria, hand, locked }) {
  const dots = criteria.map(({ id }) => hand.dots(candidate.item, id));
  const late = criteria.some(({ id }) => hand.isLate(candidate.item, id));
  const whys = new Set(criteria.map((criterion, n) => (dots[n] && !locked ? whyNoMore(round, dots[n], criterion.left) : "")).filter(Boolean));
  const look = ["candidate", dots.some(Boolean) && "candidate--chosen", late && "candidate--pending"].filter(Boolean).join(" ");
  return html`
    <li class=${look} data-id=${candidate.item} data-criteria=${round.criteria.length || undefined} data-long=${titleOf(candidate).length > LONG ? "" : undefined}>
      <${CandidateWords} room=${room} candidate=${candidate} />
      ${criteria.map((criterion, n) => html`<${Stepper} key=${criterion.id} round=${round} candidate=${candidate} criterion=${criterion} hand=${hand} dots=${dots[n]} locked=${locked} />`)}
      ${[...whys].map((why) => html`<p class="candidate-why">${why}</p>`)}
    </li>`;
}

function CandidateWords({ room, candidate }) {
  return html`
    <div class="candidate-words"><h2 class="candidate-title" dir="auto">${titleOf(candidate)}</h2>
      <${Behind} candidate=${candidate} gone=${isGone(room.scene, candidate)} /></div>`;
}

// How many notes lie behind it; of a note or a row by itself that says nothing.
function Behind({ candidate: { notes }, gone }) {
  const told = [notes > 1 && ngettext("%(n)s note", "%(n)s notes", notes), gone && html`<span class="gone">${_("taken away since, and still voted on")}</span>`].filter(Boolean);
  return told.length > 0 && html`<p class="candidate-notes">${told[0]}${told[1] && html` · ${told[1]}`}</p>`;
}

function Stepper({ round, candidate, criterion, hand, dots, locked }) {
  const title = titleOf(candidate);
  const why = whyNoMore(round, dots, criterion.left);
  const set = (number) => hand.set(candidate.item, criterion.id, number);
  const words = { title, criterion: criterion.title };
  return html`
    <div class="dot-line">
      ${criterion.id && html`<p class="dot-word"><${Mark} at=${criterion.at} /> <span dir="auto">${criterion.title}</span></p>`}
      <div class="dot-stepper">
        <button type="button" class="dot-button" aria-label=${criterion.id ? _("Take one dot for “%(criterion)s” from “%(title)s”", words) : _("Take one dot from “%(title)s”", words)}
          aria-disabled=${dots && !locked ? undefined : "true"} onClick=${() => dots > 0 && !locked && set(dots - 1)}><${Icon} name="minus" /></button>
        <output class="dot-value">${dots}</output>
        <button type="button" class="dot-button dot-button--give" aria-label=${criterion.id ? _("Give one dot for “%(criterion)s” to “%(title)s”", words) : _("Give one dot to “%(title)s”", words)}
          aria-disabled=${why || locked ? "true" : undefined} onClick=${() => !why && !locked && set(dots + 1)}><${Icon} name="plus" /></button>
      </div>
    </div>`;
}

function whyNoMore(round, dots, left) {
  if (dots >= round.per_item) return ngettext("At most %(n)s dot on one.", "At most %(n)s dots on one.", round.per_item);
  if (left <= 0) return _("No dots left. Take one back first.");
  return "";
}
