// One decision to write or change: what is decided, and behind it what it rests on. What is typed is kept.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { _ } from "../lib/words.js";
import { useWrong, whatIsTooLong, whatIsWrong } from "../lib/written.js";
import { Wrong } from "./wrong.js";

const EMPTY = { text: "", basis: "", alternatives: "", decider: "", decided_on: "", daily: "" };

// decision: the one to change; without it a new one in `step`, on the ground of `round`. onClose: where it can be left.
export function DecisionForm({ room, step, round, decision, onClose }) {
  const draft = `decision ${decision?.id ?? step.id}`;
  const [typed, setTyped] = useState(() => ({ ...EMPTY, ...pick(decision), ...kept(room.drafts.get(draft)) }));
  const put = (name) => (event) => {
    const next = { ...typed, [name]: event.currentTarget.value };
    setTyped(next);
    room.drafts.set(draft, JSON.stringify(next));
  };
  const leave = () => {
    room.drafts.set(draft, "");
    setTyped({ ...EMPTY });
    onClose?.();
  };
  const [wrong, tell] = useWrong();
  const send = (event) => {
    event.preventDefault();
    const [name, words] = wrongWith(typed, room.limits.value.prompt_graphemes);
    if (tell(words)) return void document.getElementById(id(name)).focus();
    if (decision) room.send("ChangeDecision", { decision: decision.id, ...typed });
    else room.send("AddDecision", { id: room.newId(), step: step.id, ...typed, text: typed.text.trim(), round: round?.id ?? "" });
    say(_("Saved."));
    leave();
  };
  const id = (name) => (name === "text" && !decision ? "decision" : `decision-${name}-${decision?.id ?? "new"}`);
  const box = (name, label, hint = "", rows = 2) => html`
    <div class="field"><label class="field-label" for=${id(name)}>${label} ${hint && html`<span class="field-hint">– ${hint}</span>`}</label>
      <textarea class="field-input" id=${id(name)} rows=${rows} dir="auto" value=${typed[name]} onInput=${put(name)}></textarea></div>`;
  const line = (name, label, more) => html`
    <div class="field"><label class="field-label" for=${id(name)}>${label}</label>
      <input class="field-input" id=${id(name)} dir="auto" autocomplete="off" value=${typed[name]} onInput=${put(name)} ...${more} /></div>`;
  return html`
    <form class=${decision ? "form" : "form card"} onSubmit=${send}>
      ${box("text", _("What does the room decide?"))}
      <${Wrong} words=${wrong} />
      <details class="more" open=${Object.entries(typed).some(([name, text]) => name !== "text" && text)}><summary>${_("What it rests on, and what else there was")}</summary>
        <div class="form">
          ${box("basis", _("What does it rest on?"), _("a vote, a number, a story"))}
          ${box("alternatives", _("What else could we have chosen?"), _("one on each line"))}
          <div class="fields">${line("decider", _("Who decides"))}${line("decided_on", _("Decided on"), { type: "date" })}</div>
          ${box("daily", _("How does it show in an ordinary week?"))}</div></details>
      <div class="buttons">${onClose && html`<button type="button" class="button" onClick=${leave}>${_("Back")}</button>`}
        <button type="submit" class="button">${decision ? _("Save") : _("Write the decision down")}</button></div>
    </form>`;
}

function pick(decision) {
  return decision && Object.fromEntries(Object.keys(EMPTY).map((name) => [name, decision[name]]));
}

function kept(text) {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return { text }; // a draft from before a decision had more to it
  }
}

// The first of its texts that does not fit, and why, or two empty words; all have room for as much.
function wrongWith({ text, basis, alternatives, decider, daily }, limit) {
  const found = { text: whatIsWrong(text, limit) };
  for (const [name, more] of Object.entries({ basis, alternatives, decider, daily })) found[name] = whatIsTooLong(more, limit);
  return Object.entries(found).find(([, words]) => words) ?? ["", ""];
}
