// One decision to write or change: what is decided, and behind it what it rests on. What is typed is kept.
import { html, useEffect } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { dated } from "../lib/promises.js";
import { refusalWords } from "../lib/refusals.js";
import { useTyped } from "../lib/typed.js";
import { _ } from "../lib/words.js";
import { useWrong, whatIsTooLong, whatIsWrong } from "../lib/written.js";
import { Wrong } from "./wrong.js";

const EMPTY = { text: "", basis: "", alternatives: "", decider: "", decided_on: "", daily: "" };
const MORE = ["basis", "alternatives", "decider", "decided_on", "daily"]; // folded away until they are wanted

// decision: the one to change; without it a new one in `step`, on the ground of `round`. draft: what it is kept under.
// refused: {entry, error} of the last try; held: it is kept when this is left. onClose: where it can be left.
export function DecisionForm({ room, step, round, decision, refused, held = false, draft = `decision ${decision?.id ?? step.id}`, onClose }) {
  const ground = decision ? {} : { round: refused?.entry.fields.round ?? round?.id ?? "" };
  const begin = { ...EMPTY, ...named(decision), ...named(refused?.entry.fields), ...ground };
  const { typed, put, letGo } = useTyped(room, draft, begin, { refused });
  useEffect(() => void (refused && sayError(refusalWords(refused.error))), []);
  const type = (name) => (event) => put({ [name]: event.currentTarget.value });
  const leave = () => {
    if (!held) letGo();
    onClose?.();
  };
  const [wrong, tell] = useWrong();
  const send = (event) => {
    event.preventDefault();
    const [name, words] = wrongWith(typed, room.limits.value.prompt_graphemes);
    if (tell(words)) return void document.getElementById(id(name)).focus();
    if (decision) room.send("ChangeDecision", { decision: decision.id, ...typed });
    else room.send("AddDecision", { id: room.newId(), step: step.id, ...dated(typed), text: typed.text.trim() });
    say(_("Saved."));
    letGo();
    onClose?.();
  };
  const own = decision?.id ?? refused?.entry.op ?? "new";
  const id = (name) => (name === "text" && own === "new" ? "decision" : `decision-${name}-${own}`);
  const box = (name, label, hint = "", rows = 2) => html`
    <div class="field"><label class="field-label" for=${id(name)}>${label} ${hint && html`<span class="field-hint">– ${hint}</span>`}</label>
      <textarea class="field-input" id=${id(name)} rows=${rows} dir="auto" value=${typed[name]} onInput=${type(name)}></textarea></div>`;
  const line = (name, label, more) => html`
    <div class="field"><label class="field-label" for=${id(name)}>${label}</label>
      <input class="field-input" id=${id(name)} dir="auto" autocomplete="off" value=${typed[name]} onInput=${type(name)} ...${more} /></div>`;
  return html`
    <form class=${decision ? "form" : "form card"} onSubmit=${send}>
      ${refused && html`<p class="field-error" role="alert"><${Icon} name="triangle-alert" />${refusalWords(refused.error)}</p>`}
      ${box("text", _("What does the room decide?"))}
      <${Wrong} words=${wrong} />
      <details class="more" open=${MORE.some((name) => typed[name])}><summary>${_("What it rests on, and what else there was")}</summary>
        <div class="form">
          ${box("basis", _("What does it rest on?"), _("a vote, a number, a story"))}
          ${box("alternatives", _("What else could we have chosen?"), _("one on each line"))}
          <div class="fields">${line("decider", _("Who decides"))}${line("decided_on", _("Decided on"), { type: "date" })}</div>
          ${box("daily", _("How does it show in an ordinary week?"))}</div></details>
      <div class="buttons">${(onClose || refused) && html`<button type="button" class="button" onClick=${leave}>${refused && !held ? _("Discard") : _("Back")}</button>`}
        <button type="submit" class="button">${decision ? _("Save") : _("Write the decision down")}</button></div>
    </form>`;
}

function named(fields = {}) {
  return Object.fromEntries(Object.keys(EMPTY).filter((name) => name in fields).map((name) => [name, fields[name]]));
}

// The first of its texts that does not fit, and why, or two empty words; all have room for as much.
function wrongWith({ text, basis, alternatives, decider, daily }, limit) {
  const found = { text: whatIsWrong(text, limit) };
  for (const [name, more] of Object.entries({ basis, alternatives, decider, daily })) found[name] = whatIsTooLong(more, limit);
  return Object.entries(found).find(([, words]) => words) ?? ["", ""];
}
