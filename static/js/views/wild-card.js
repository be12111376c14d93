// The wild card on the console: one thing from below the cut that is worth more than its dots say.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { useAnswer } from "../lib/answer.js";
import { titleOf } from "../lib/ballot.js";
import { useUnsent } from "../lib/typed.js";
import { _ } from "../lib/words.js";
import { whatIsWrong } from "../lib/written.js";
import { Act } from "./act.js";
import { Wrong } from "./wrong.js";

export function PickWildCard({ room, round }) {
  const below = round.results.filter(({ above_cut: above }) => !above);
  const [item, setItem] = useState(() => round.wild || firstByValue(below)?.item || "");
  const [reason, setReason] = useState(round.why);
  const [sent, setSent] = useState(round.why);
  useUnsent(room, reason.trim() && reason.trim() !== sent && { kind: "PickWildCard", fields: { round: round.id, item, reason: reason.trim() } });
  const { busy, wrong, fails, send } = useAnswer(room, () => say(_("Saved.")));
  if (!below.length) return null;
  const keep = (event) => {
    event.preventDefault();
    if (fails(whatIsWrong(reason, room.limits.value.note_graphemes))) return;
    send("PickWildCard", { round: round.id, item, reason: reason.trim() });
    setSent(reason.trim());
  };
  return html`
    <form class="form card" onSubmit=${keep}>
      <h2>${_("A wild card")}</h2>
      <p>${_("People favour what is easy. Is there something bold below the cut that the room wants to keep?")}</p>
      <div class="field"><label class="field-label" for="wild-item">${_("From below the cut")}</label>
        <select class="field-input" id="wild-item" value=${item} onChange=${(event) => setItem(event.currentTarget.value)}>${below.map((each) => html`<option key=${each.item} value=${each.item}>${titleOf(each)}</option>`)}</select></div>
      <div class="field"><label class="field-label" for="wild-why">${_("Why")} <span class="field-hint">${_("– everyone reads it")}</span></label>
        <input class="field-input" id="wild-why" dir="auto" value=${reason} aria-invalid=${wrong ? "true" : undefined} aria-describedby=${wrong ? "wild-wrong" : undefined} onInput=${(event) => setReason(event.currentTarget.value)} />
        <${Wrong} words=${wrong} id="wild-wrong" /></div>
      <div class="buttons"><button type="submit" class="button" aria-busy=${busy ? "true" : undefined}>${_("Keep it as the wild card")}</button>
        ${round.wild && html`<${Act} room=${room} kind="PickWildCard" fields=${{ round: round.id, item: "" }}>${_("Let go of the wild card")}<//>`}</div>
    </form>`;
}

// The first criterion is the one of value: what has most of those dots is offered first.
function firstByValue(below) {
  const value = ({ by_criterion: dots = [0] }) => dots[0];
  return [...below].sort((a, b) => value(b) - value(a))[0];
}
