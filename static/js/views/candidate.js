// One thing to vote on: − n +. A tap is drawn at once, and sent as the new number.
import { html } from "../lib/html.js";
import { dotsOn, titleOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _, ngettext } from "../lib/words.js";

function give(room, round, item, left) {
  const dots = dotsOn(room.scene, round, item);
  if (left > 0 && dots < round.per_item) set(room, round, item, dots + 1);
}

function take(room, round, item) {
  const dots = dotsOn(room.scene, round, item);
  if (dots > 0) set(room, round, item, dots - 1);
}

function set(room, round, item, dots) {
  room.send("CastVote", { round: round.id, item, dots });
}

// locked: the facilitator holds the voting still.
export function Candidate({ room, round, candidate, left, locked }) {
  const { item, notes } = candidate;
  const title = titleOf(candidate);
  const dots = dotsOn(room.scene, round, item);
  const late = room.scene.get("wish", `${round.id}/${item}`)?.pending === "late";
  const why = whyNoMore(round, dots, left);
  const look = ["candidate", dots && "candidate--chosen", late && "candidate--pending"].filter(Boolean).join(" ");
  return html`
    <li class=${look} data-id=${item}>
      <div class="candidate-words"><h2 class="candidate-title" dir="auto">${title}</h2>
        <p class="candidate-notes">${ngettext("%(n)s note", "%(n)s notes", notes)}</p></div>
      <div class="dot-stepper">
        <button type="button" class="dot-button" aria-label=${_("Take one dot from “%(title)s”", { title })}
          aria-disabled=${dots && !locked ? undefined : "true"} onClick=${() => locked || take(room, round, item)}><${Icon} name="minus" /></button>
        <output class="dot-value">${dots}</output>
        <button type="button" class="dot-button dot-button--give" aria-label=${_("Give one dot to “%(title)s”", { title })}
          aria-disabled=${why || locked ? "true" : undefined} onClick=${() => locked || give(room, round, item, left)}><${Icon} name="plus" /></button>
      </div>
      ${why && dots > 0 && !locked && html`<p class="candidate-why">${why}</p>`}
    </li>`;
}

function whyNoMore(round, dots, left) {
  if (dots >= round.per_item) return ngettext("At most %(n)s dot on one.", "At most %(n)s dots on one.", round.per_item);
  if (left <= 0) return _("No dots left. Take one back first.");
  return "";
}
