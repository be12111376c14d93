// A ballot: what is left for each criterion, and the things to choose from. hand: whose dots these are.
import { criteriaOf, givingHand, titleOf } from "../lib/ballot.js";
import { html, useMemo } from "../lib/html.js";
import { shuffled } from "../lib/shuffle.js";
import { ngettext } from "../lib/words.js";
import { Candidate } from "./candidate.js";
import { useFinding } from "./find-things.js";

// What is left, for each criterion by itself.
function Dots({ left, budget, criterion, at }) {
  const used = Array.from({ length: budget }, (x, n) => html`<i class=${n < left ? undefined : "used"} data-mark=${at || undefined}></i>`);
  const words = ngettext("%(left)s of %(n)s dot left", "%(left)s of %(n)s dots left", budget, { left });
  return html`
    <p class="dots" aria-live="polite"><span class="dots-row" aria-hidden="true">${used}</span>
      <span class="dots-words">${criterion.title && html`<span dir="auto">${criterion.title}</span>: `}${words}</span></p>`;
}

// One list, shuffled once for this device. A form of plain buttons: Tab goes through them.
export function Ballot({ room, round, hand = givingHand(room, round), locked = false }) {
  const criteria = criteriaOf(round).map((criterion, n) => {
    const left = round.budget - round.candidates.reduce((sum, { item }) => sum + hand.dots(item, criterion.id), 0);
    return { ...criterion, left, at: criterion.id && n + 1 };
  });
  const order = useMemo(() => shuffled(round.candidates, ({ item }) => round.id + item), [round.id]);
  const { shown, field } = useFinding(order, titleOf);
  return html`
    <div class="dots-all">${criteria.map((criterion) => html`<${Dots} key=${criterion.id} left=${criterion.left} budget=${round.budget} criterion=${criterion} at=${criterion.at} />`)}</div>
    ${field}
    <ul class="candidates" data-layout="vote">
      ${shown.map((candidate) => html`<${Candidate} key=${candidate.item} room=${room} round=${round} candidate=${candidate} criteria=${criteria} hand=${hand} locked=${locked} />`)}
    </ul>`;
}
