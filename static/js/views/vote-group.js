// As whom one votes or answers, where groups are told apart: chosen first, changed until it is closed.
import { html } from "../lib/html.js";
import { groupOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function ChooseGroup({ room, round, onChosen }) {
  const own = groupOf(room.scene, round);
  const votes = isVote(round);
  const choose = (group) => {
    if (group !== own && votes) room.send("ChooseVoterGroup", { round: round.id, group });
    if (group !== own && !votes) room.send("ChooseScorerGroup", { scoring: round.id, group });
    onChosen();
  };
  return html`
    <section class="section"><h2>${votes ? _("As whom do you vote?") : _("As whom do you answer?")}</h2>
      <div class="group-choices">${round.groups.map((group) => html`
        <button key=${group} type="button" class="button button--wide" aria-pressed=${group === own ? "true" : undefined} onClick=${() => choose(group)}><span dir="auto">${group}</span></button>`)}</div>
      <p class="promise"><${Icon} name="eye-off" /><span>${votes ? _("Nobody sees what you choose. What a group thought is shown only where four or more of it have voted.") : _("Nobody sees what you choose. What a group answered is shown only where four or more of it have answered.")}</span></p>
    </section>`;
}

// A vote has candidates, a poll has things to mark.
function isVote({ candidates }) {
  return Boolean(candidates);
}

export function VotesAs({ room, round, onChange }) {
  return html`
    <p class="votes-as"><span>${isVote(round) ? _("You vote as:") : _("You answer as:")} <b dir="auto">${groupOf(room.scene, round)}</b></span>
      <button type="button" class="button button--small button--quiet" onClick=${onChange}>${_("Change")}</button></p>`;
}
