// Who has come, by name where there is one.
import { html } from "../lib/html.js";
import { ngettext } from "../lib/words.js";

export function Names({ people }) {
  const named = people.filter(({ name }) => name);
  const nameless = people.length - named.length;
  return html`
    <ul class="people">
      ${named.map(({ id, name }) => html`<li key=${id} dir="auto">${name}</li>`)}
      ${nameless > 0 && html`<li>${ngettext("%(n)s without a name", "%(n)s without a name", nameless)}</li>`}
    </ul>`;
}
