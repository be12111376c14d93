// Writes the folder of results on the host as it stands now; the one at the close takes its place.
import { html, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { post } from "../lib/post.js";
import { _, ngettext } from "../lib/words.js";

export function notMade(names) {
  if (!names.length) return "";
  return ngettext("The folder on the server is without a file that could not be made: %(names)s. Everything is in workshop.json, and the server tries again.",
    "The folder on the server is without %(num)s files that could not be made: %(names)s. Everything is in workshop.json, and the server tries again.", names.length, { num: names.length, names: names.join(", ") });
}

export function KeepFolder({ base }) {
  const [state, setState] = useState({});
  const keep = async () => {
    setState({ busy: true });
    const { folder, not_made, error } = await post(base);
    const words = folder ? `${_("Kept on the server as “%(folder)s”.", { folder })} ${notMade(not_made)}`.trim() : error;
    setState({ words });
    (folder ? say : sayError)(words);
  };
  return html`
    <div class="buttons"><button type="button" class="button" aria-busy=${state.busy ? "true" : undefined} onClick=${() => state.busy || keep()}>
      <${Icon} name="file-down" />${_("Keep the files on the server now")}</button></div>
    ${state.words && html`<p class="small">${state.words}</p>`}`;
}
