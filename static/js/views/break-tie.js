// A tie at the cut on the console: vote once more among those that tie, draw lots, or choose with a reason.
import { html, useState } from "../lib/html.js";
import { sayError } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { useUnsent } from "../lib/typed.js";
import { _, ngettext } from "../lib/words.js";
import { nameOf, tieWords } from "./settled.js";

const MOST = 4; // in a run-off; the server says the same

export function BreakTie({ room, round }) {
  const [id] = useState(() => room.newId());
  const [doing, setDoing] = useState("");
  const send = (how, more = {}) => room.send("BreakTie", { round: round.id, how, ...more });
  const look = (how) => (round.ties === how ? "button button--primary" : "button");
  return html`
    <section class="section tie"><h2>${_("A tie at the cut")}</h2>
      <p dir="auto">${tieWords(round, round.tie, round.places)} ${agreed(round.ties)}</p>
      <div class="buttons">
        ${round.tie.length <= MOST && html`<button type="button" class=${look("run_off")} onClick=${() => setDoing("run_off")}><${Icon} name="repeat" />${_("Run-off among these")}</button>`}
        <button type="button" class=${look("lot")} onClick=${() => setDoing("lot")}><${Icon} name="dices" />${_("Draw lots")}</button>
        <button type="button" class=${look("facilitator")} onClick=${() => setDoing("choose")}>${_("Choose")}</button>
      </div>
      <p class="small">${_("How it was broken stands in the result. It cannot be undone.")}</p>
    </section>
    ${doing === "run_off" && html`<${Ask} title=${_("Vote again among these?")} yes=${_("Open the run-off")} no=${_("Not yet")} onYes=${() => send("run_off", { id })} onClose=${() => setDoing("")}>
      <p>${_("A new vote opens at once, on every phone, among those that tie alone.")}</p><//>`}
    ${doing === "lot" && html`<${Ask} title=${_("Draw lots?")} yes=${_("Draw")} no=${_("Not yet")} onYes=${() => send("lot")} onClose=${() => setDoing("")}>
      <p>${_("The server draws, and the number it draws with stands in the result, so that anybody can check it. It is drawn once.")}</p><//>`}
    ${doing === "choose" && html`<${Choose} room=${room} round=${round} onChoose=${(chosen, reason) => send("facilitator", { chosen, reason })} onClose=${() => setDoing("")} />`}`;
}

function agreed(ties) {
  return { "": "", run_off: _("You have agreed on a run-off."), lot: _("You have agreed to draw lots."), facilitator: _("You have agreed that the facilitator chooses.") }[ties];
}

function Choose({ room, round, onChoose, onClose }) {
  const [chosen, setChosen] = useState([]);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const done = useUnsent(room, reason.trim() && { kind: "BreakTie", fields: { round: round.id, how: "facilitator", chosen, reason: reason.trim() } });
  const missing = round.places - chosen.length;
  const few = ngettext("Choose %(n)s more.", "Choose %(n)s more.", missing);
  const pick = (item, on) => setChosen(on ? [...chosen, item] : chosen.filter((each) => each !== item));
  const choose = () => {
    setTried(true);
    if (missing === 0) return onChoose(chosen, reason.trim());
    sayError(few);
    return false;
  };
  const close = () => {
    done();
    onClose();
  };
  return html`
    <${Ask} title=${ngettext("Choose %(n)s of those that tie", "Choose %(n)s of those that tie", round.places)} yes=${_("Choose")} no=${_("Back")} onYes=${choose} onClose=${close}>
      <fieldset class="checks"><legend class="visually-hidden">${_("Above the cut")}</legend>${round.tie.map((item) => html`
        <label class="check" key=${item}><input type="checkbox" checked=${chosen.includes(item)} disabled=${!chosen.includes(item) && chosen.length >= round.places} onChange=${(event) => pick(item, event.currentTarget.checked)} /> <span dir="auto">${nameOf(round, item)}</span></label>`)}
        ${tried && missing > 0 && html`<p class="field-error"><${Icon} name="triangle-alert" />${few}</p>`}</fieldset>
      <div class="field"><label class="field-label" for="tie-reason">${_("Why")} <span class="field-hint">${_("– everyone reads it")}</span></label>
        <input class="field-input" id="tie-reason" dir="auto" value=${reason} onInput=${(event) => setReason(event.currentTarget.value)} /></div>
    <//>`;
}
