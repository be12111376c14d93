// A vote is advice; the decision is what the facilitator writes down with the room.
import { html, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { shine } from "../lib/light.js";
import { _ } from "../lib/words.js";
import { Decisions } from "./decisions.js";

export function Deciding({ room, step, round }) {
  const tools = (decision) => html`<${Tools} room=${room} decision=${decision} />`;
  return html`<${Decisions} room=${room} tools=${tools} /><${DecisionForm} room=${room} step=${step} round=${round} />`;
}

function DecisionForm({ room, step, round }) {
  const draft = `decision ${step.id}`;
  const [text, setText] = useState(room.drafts.get(draft));
  const type = (event) => {
    setText(event.currentTarget.value);
    room.drafts.set(draft, event.currentTarget.value);
  };
  const send = (event) => {
    event.preventDefault();
    if (!text.trim()) return;
    room.send("AddDecision", { id: room.newId(), step: step.id, text: text.trim(), round: round?.id ?? "" });
    setText("");
    room.drafts.set(draft, "");
    say(_("Saved."));
  };
  return html`
    <form class="form card" onSubmit=${send}>
      <div class="field"><label class="field-label" for="decision">${_("What does the room decide?")}</label>
        <textarea class="field-input" id="decision" rows="2" dir="auto" value=${text} onInput=${type}></textarea></div>
      <div class="buttons"><button type="submit" class="button">${_("Write the decision down")}</button></div>
    </form>`;
}

function Tools({ room, decision }) {
  const [doing, setDoing] = useState("");
  const [text, setText] = useState(decision.text);
  const close = () => setDoing("");
  return html`
    <span class="buttons">
      <button type="button" class="button button--small button--quiet" aria-label=${_("Put “%(title)s” in the spotlight", { title: decision.text })} onClick=${() => shine(room, "decision", decision.id)}><${Icon} name="lightbulb" /></button>
      <button type="button" class="button button--small button--quiet" aria-label=${_("Change “%(text)s”", { text: decision.text })} onClick=${() => setDoing("change")}><${Icon} name="pencil" /></button>
      <button type="button" class="button button--small button--quiet" aria-label=${_("Remove “%(text)s”", { text: decision.text })} onClick=${() => setDoing("remove")}><${Icon} name="trash-2" /></button>
    </span>
    ${doing === "change" && html`<${Ask} title=${_("Change the decision")} yes=${_("Save")} no=${_("Back")} onClose=${close}
      onYes=${() => room.send("ChangeDecision", { decision: decision.id, text: text.trim() })}>
      <div class="field"><label class="field-label" for="decision-${decision.id}">${_("Decision")}</label>
        <textarea class="field-input" id="decision-${decision.id}" rows="3" dir="auto" value=${text} onInput=${(event) => setText(event.currentTarget.value)}></textarea></div><//>`}
    ${doing === "remove" && html`<${Ask} title=${_("Remove this decision?")} yes=${_("Remove")} no=${_("Keep it")} onClose=${close}
      onYes=${() => room.send("RemoveDecision", { decision: decision.id })}><p dir="auto">${decision.text}</p><//>`}`;
}
