// As whom one votes, where the vote tells groups of voters apart: chosen first, changed until the vote closes.
import { html } from "../lib/html.js";
import { groupOf } from "../lib/ballot.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";

export function ChooseGroup({ room, round, onChosen }) {
  const own = groupOf(room.scene, round);
  const choose = (group) => {
    if (group !== own) room.send("ChooseVoterGroup", { round: round.id, group });
    onChosen();
  };
  return html`
    <section class="section"><h2>${_("As whom do you vote?")}</h2>
      <div class="group-choices">${round.groups.map((group) => html`
        <button key=${group} type="button" class="button button--wide" aria-pressed=${group === own ? "true" : undefined} onClick=${() => choose(group)}><span dir="auto">${group}</span></button>`)}</div>
      <p class="promise"><${Icon} name="eye-off" /><span>${_("Nobody sees what you choose. What a group thought is shown only where four or more of it have voted.")}</span></p>
    </section>`;
}

export function VotesAs({ room, round, onChange }) {
  return html`
    <p class="votes-as"><span>${_("You vote as:")} <b dir="auto">${groupOf(room.scene, round)}</b></span>
      <button type="button" class="button button--small button--quiet" onClick=${onChange}>${_("Change")}</button></p>`;
}
