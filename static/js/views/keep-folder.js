// Writes the folder of results on the host as it stands now; the one at the close takes its place.
import { html, useState } from "../lib/html.js";
import { say, sayError } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { post } from "../lib/post.js";
import { _ } from "../lib/words.js";

export function KeepFolder({ base }) {
  const [state, setState] = useState({});
  const keep = async () => {
    setState({ busy: true });
    const { folder, error } = await post(base);
    const words = folder ? _("Kept on the server as “%(folder)s”.", { folder }) : error;
    setState({ words });
    (folder ? say : sayError)(words);
  };
  return html`
    <div class="buttons"><button type="button" class="button" aria-busy=${state.busy ? "true" : undefined} onClick=${() => state.busy || keep()}>
      <${Icon} name="file-down" />${_("Keep the files on the server now")}</button></div>
    ${state.words && html`<p class="small">${state.words}</p>`}`;
}
