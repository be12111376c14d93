// One thing on one scale: a mark for each number, as buttons of which one is chosen. It can be taken back.
import { html } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { markOn, marksOf, markWord } from "../lib/marks.js";
import { _ } from "../lib/words.js";

// title: what is marked, for who does not see what stands above. alone: the scale's own name needs no line.
// hand: whose mark it is: {mark, late, give(value), back: what is said when it is taken back, keys: handlers of keys, if any}.
export function MarkScale({ room, scoring, item, scale, title, alone, locked, hand = ownHand(room, scoring, item, scale) }) {
  const { mark, late, give } = hand;
  const marks = marksOf(scale);
  const each = (scale.words ?? []).length === marks.length;
  const name = `mark-${scoring.id}-${item}-${scale.id}`;
  return html`
    <fieldset class="scale" data-words=${each ? "each" : "ends"} data-pending=${late ? "" : undefined} ...${hand.keys}>
      <legend class=${alone ? "visually-hidden" : "scale-title"}>${title && html`<span class="visually-hidden">${title}: </span>`}${scale.title}</legend>
      <div class="scale-marks" style=${{ "--marks": marks.length }}>
        ${marks.map((value) => html`
          <label class="mark" key=${value}><input type="radio" name=${name} value=${value} checked=${value === mark} disabled=${locked} onChange=${() => give(value)} />
            <span class="mark-face"><b>${value}</b>${markWord(scale, value) && html`<span class=${each ? "mark-word" : "visually-hidden"}>${markWord(scale, value)}</span>`}</span></label>`)}
      </div>
      <div class="scale-foot">${!each && (scale.words ?? []).length > 0 && html`<p class="scale-ends" aria-hidden="true"><span>${scale.words[0]}</span><span>${scale.words[1]}</span></p>`}
        <button type="button" class="button button--small button--quiet" aria-disabled=${mark === null || locked ? "true" : undefined}
          onClick=${({ currentTarget }) => mark !== null && !locked && takeBack(hand, currentTarget)}>${_("Take it back")}<span class="visually-hidden"> – ${title || scale.title}</span></button></div>
    </fieldset>`;
}

// The button goes with the mark: the focus goes to where the next one is given.
function takeBack({ give, back }, button) {
  button.closest("fieldset").querySelector("input").focus();
  give(null);
  say(back);
}

function ownHand(room, scoring, item, scale) {
  return {
    mark: markOn(room.scene, scoring.id, item, scale.id),
    late: room.scene.get("wish", `${scoring.id}/${item}/${scale.id}`)?.pending === "late",
    give: (value) => room.send("GiveScore", { scoring: scoring.id, item, scale: scale.id, value }),
    back: _("Your mark is taken back."),
  };
}
