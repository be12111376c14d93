// A vote is advice; the decision is what the facilitator writes down with the room.
import { html, useState } from "../lib/html.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { useRefused } from "../lib/in-place.js";
import { shine } from "../lib/light.js";
import { _ } from "../lib/words.js";
import { DecisionForm } from "./decision-form.js";
import { Decisions } from "./decisions.js";

export function Deciding({ room, step, round }) {
  const tools = (decision) => html`<${Tools} room=${room} decision=${decision} />`;
  const refused = useRefused(room, "AddDecision");
  return html`
    <${Decisions} room=${room} tools=${tools} />
    ${refused.map((each) => html`<${DecisionForm} key=${each.entry.op} room=${room} step=${step} round=${round} refused=${each} />`)}
    <${DecisionForm} key="new" room=${room} step=${step} round=${round} />`;
}

function Tools({ room, decision }) {
  const [doing, setDoing] = useState("");
  const close = () => setDoing("");
  return html`
    <span class="buttons">
      <button type="button" class="button button--small button--quiet" aria-label=${_("Put “%(title)s” in the spotlight", { title: decision.text })} onClick=${() => shine(room, "decision", decision.id)}><${Icon} name="lightbulb" /></button>
      <button type="button" class="button button--small button--quiet" aria-label=${_("Change “%(text)s”", { text: decision.text })} onClick=${() => setDoing("change")}><${Icon} name="pencil" /></button>
      <button type="button" class="button button--small button--quiet" aria-label=${_("Remove “%(text)s”", { text: decision.text })} onClick=${() => setDoing("remove")}><${Icon} name="trash-2" /></button>
    </span>
    ${doing === "change" && html`<${Dialog} kept title=${_("Change the decision")} onClose=${close}><${DecisionForm} room=${room} decision=${decision} onClose=${close} /><//>`}
    ${doing === "remove" && html`<${Ask} title=${_("Remove this decision?")} yes=${_("Remove")} no=${_("Keep it")} onClose=${close}
      onYes=${() => room.send("RemoveDecision", { decision: decision.id })}><p dir="auto">${decision.text}</p><//>`}`;
}
