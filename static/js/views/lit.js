// The spotlight on a phone: it stands on top while it lasts, and the own task is one tap away.
import { html, useEffect, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Spotlight } from "./spotlight.js";

export function Lit({ room, lit }) {
  const [folded, setFolded] = useState(isTyping);
  useEffect(() => setFolded(isTyping()), [lit.of, lit.id]);
  const toTask = () => {
    setFolded(true);
    document.getElementById("question").focus();
  };
  return html`
    <div class="lit">
      <div class="lit-thing" hidden=${folded}><${Spotlight} room=${room} lit=${lit} />
        <button type="button" class="button button--small" onClick=${toTask}><${Icon} name="arrow-down" />${_("To my task")}</button></div>
      ${folded && html`<button type="button" class="button button--wide" onClick=${() => setFolded(false)}><${Icon} name="eye" />${_("Look at the spotlight")}</button>`}
    </div>`;
}

// Nothing large slides in above a text that is being written.
function isTyping() {
  return Boolean(document.activeElement?.matches("textarea, input"));
}
