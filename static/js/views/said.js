// What a version of a form says, field by field, and why it came.
import { html } from "../lib/html.js";
import { dateShown } from "../lib/fmt.js";
import { _ } from "../lib/words.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const asWritten = (text) => text;

// words(text): how a text is set.
export function Said({ room, sheet, words = asWritten }) {
  return html`
    <dl class="said">${Object.entries(sheet.values).map(([field, text]) => html`
      <div key=${field} class=${field === sheet.subject ? "said-first" : undefined}><dt dir="auto">${words(sheet.titles[field] ?? field)}</dt><dd dir="auto">${words(shown(room, text))}</dd></div>`)}</dl>
    <${Why} room=${room} sheet=${sheet} />`;
}

function Why({ room, sheet }) {
  const notes = sheet.insights.map((id) => room.scene.get("note", id)).filter(Boolean);
  const from = sheet.continued && room.scene.get("continued", sheet.continued);
  if (!sheet.reason && !notes.length && !from) return null;
  return html`
    <div class="said-why">
      ${from && html`<p class="small" dir="auto">${_("From “%(title)s”", { title: from.title })}</p>`}
      ${sheet.reason && html`<p dir="auto">${_("Why: %(reason)s", { reason: sheet.reason })}</p>`}
      ${notes.length > 0 && html`<ul>${notes.map(({ id, text }) => html`<li key=${id} dir="auto">${_("“%(words)s”", { words: text })}</li>`)}</ul>`}
    </div>`;
}

function shown(room, text) {
  return DAY.test(text) ? dateShown(text, room.language) : text;
}
