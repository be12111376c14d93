// Paper to write on: text, count and one button. The composer and the editor of a note share it.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { graphemes } from "../lib/text.js";
import { sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { whatIsWrong } from "../lib/written.js";

// onSend(text) sends; onText(text) keeps the draft.
export function Paper({ room, type, text, label, button, id, focus = false, onText, onSend }) {
  const field = useRef(null);
  const [error, setError] = useState("");
  const limit = room.scene.one("workshop")?.note_limit ?? 280;
  const length = graphemes(text);
  useEffect(() => void (focus && field.current.focus()), []);
  useEffect(() => grow(field.current), [text]);

  const send = (event) => {
    event.preventDefault();
    const wrong = whatIsWrong(text, limit);
    setError(wrong);
    if (wrong) sayError(wrong);
    else onSend(text.trim());
    field.current.focus();
  };
  const keys = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send(event);
  const typed = (event) => {
    setError("");
    onText(event.currentTarget.value);
  };
  return html`
    <div class="composer note note--lifted" data-type=${type}>
      <label class="visually-hidden" for=${id}>${label}</label>
      <textarea class="composer-text" id=${id} name="text" rows="3" ref=${field} placeholder=${label} value=${text} dir="auto"
        aria-invalid=${error ? "true" : undefined} aria-describedby=${error ? `${id}-error` : undefined}
        onInput=${typed} onKeyDown=${keys}></textarea>
      <div class="composer-foot">
        <span class="composer-count ${length > limit ? "composer-count--over" : ""}"><span class="visually-hidden">${_("Signs:")} </span>${length}/${limit}</span>
        <button type="submit" class="button button--primary" onClick=${send}>${button}</button>
      </div>
    </div>
    ${error && html`<p class="field-error" id="${id}-error"><${Icon} name="triangle-alert" />${error}</p>`}`;
}

// As tall as its text, set from here because a style in the markup is not allowed.
function grow(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
