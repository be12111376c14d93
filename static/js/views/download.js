// One file to take. A long one is made while its progress is told, and can be stopped.
import { html, useRef, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { fetched } from "../lib/fetched.js";
import { Icon } from "../lib/icons.js";
import { savedAs } from "../lib/saved-as.js";
import { _ } from "../lib/words.js";

export function Download({ format, language }) {
  const [making, setMaking] = useState(null);
  const [failed, setFailed] = useState("");
  const stop = useRef(null);
  const url = `${format.url}?as=facilitator${language && `&language=${language}`}`;
  const take = async (event) => {
    event.preventDefault();
    if (making) return;
    setFailed("");
    setMaking({ done: 0, total: 0 });
    stop.current = new AbortController();
    say(_("%(file)s is being made.", { file: format.file }));
    const { data, error } = await fetched(`${url}&progress=1`, { signal: stop.current.signal, told: setMaking });
    setMaking(null);
    if (data) savedAs(new Blob([data], { type: format.media_type }), format.file);
    if (error) { setFailed(error); sayError(error); }
    else say(data ? _("%(file)s is ready.", { file: format.file }) : _("Stopped."));
  };
  return html`
    <li><a class="download" href=${url} download aria-busy=${making ? "true" : undefined} onClick=${format.slow ? take : undefined}><${Icon} name="download" />
        <span class="download-name">${format.name}</span><span class="download-file">${format.file}</span></a>
      ${making && html`<${Making} file=${format.file} making=${making} onStop=${() => stop.current.abort()} />`}
      ${failed && html`<p class="field-error"><${Icon} name="triangle-alert" />${failed}</p>`}</li>`;
}

// Of several files it is known how many are done, of one only that it is under way.
function Making({ file, making: { done, total }, onStop }) {
  const known = total > 1 ? { value: done, max: total } : {};
  return html`
    <div class="download-making"><progress aria-label=${_("%(file)s is being made.", { file })} ...${known}></progress>
      <span class="small">${total > 1 ? _("%(done)s of %(total)s", { done, total }) : _("Being made …")}</span>
      <button type="button" class="button button--quiet button--small" onClick=${onStop}>${_("Stop")}</button></div>`;
}
