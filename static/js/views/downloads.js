// Every format of the outcome, as the server lists them.
import { html, useEffect, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { KeepFolder } from "./keep-folder.js";

export function Downloads({ room }) {
  const [formats, setFormats] = useState(null);
  const base = `/api/workshops/${room.workshop}/artifacts`;
  const state = room.status.value;
  useEffect(() => void ask(base).then(setFormats), [base, state]);
  if (!formats?.length) return null;
  return html`
    <section class="section"><h2>${_("Download")}</h2>
      <ul class="downloads">${formats.map((format) => html`
        <li key=${format.format}><a class="download" href="${base}/${format.format}?as=facilitator" download><${Icon} name="download" />
          <span class="download-name">${fileWord(format.file)}</span><span class="download-file">${format.file}</span></a></li>`)}</ul>
      ${room.scene.one("workshop").state !== "closed" && html`<${KeepFolder} base=${base} />`}
    </section>`;
}

function fileWord(file) {
  const words = {
    "workshop.json": _("Everything, as open data"), "report.html": _("Report"), "report.md": _("Report, as plain text"),
    "notes.csv": _("Notes, as a table"), "votes.csv": _("Votes, as a table"), "scores.csv": _("Marks, as a table"),
    "rows.csv": _("Tables, row by row"), "order.csv": _("What was compared, in order"),
    "forms.csv": _("Goals and forms, as a table"), "actions.csv": _("Actions, as a table"),
    "growth.gif": _("How it grew, as a moving picture"),
  };
  return words[file] ?? file;
}

async function ask(base) {
  try {
    const answer = await fetch(`${base}?as=facilitator`);
    const said = await answer.json();
    return said.formats ?? [];
  } catch {
    return null;
  }
}
