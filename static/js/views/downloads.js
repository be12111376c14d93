// Every format of the outcome, as the server lists them, in the language that is chosen for them.
import { html, useEffect, useState } from "../lib/html.js";
import { ask } from "../lib/post.js";
import { _ } from "../lib/words.js";
import { Download } from "./download.js";
import { KeepFolder, notMade } from "./keep-folder.js";

const GROUPS = ["reading", "tables", "single tables", "programs"];
const groupWords = (group) => ({
  reading: _("To read and to show"), tables: _("Tables and dates"), "single tables": _("Each table by itself"), programs: _("For other programs"),
})[group];
const AGAIN = 5000; // ms: the folder is written within moments of the close
const FOLDED = "single tables"; // the workbook has them all

export function Downloads({ room }) {
  const [given, setGiven] = useState(null);
  const [language, setLanguage] = useState("");
  const base = `/api/workshops/${room.workshop}/artifacts`;
  const state = room.status.value;
  const closed = room.scene.one("workshop").state === "closed";
  const look = () => void ask(base).then((answer) => setGiven((before) => answer.formats ? answer : before && { ...before }));
  useEffect(look, [base, state, closed]);
  useEffect(() => {
    if (!closed || !given || given.kept) return undefined;
    const waiting = setTimeout(look, AGAIN);
    return () => clearTimeout(waiting);
  }, [closed, given]);
  if (!given) return null;
  const { formats, languages, kept, not_made } = given;
  const folder = kept ? notMade(not_made) : _("The folder on the server is not written yet. The server is at it, and tries until it is done. Nothing is lost.");
  return html`
    <section class="section"><h2>${_("Download")}</h2>
      ${closed && html`<div role="status">${folder && html`<p>${folder}</p>`}</div>`}
      <div class="download-first"><${Language} languages=${languages} own=${room.scene.one("workshop").language} chosen=${language} onChoose=${setLanguage} />
      <${Files} formats=${formats} group="all" language=${language} /></div>
      ${GROUPS.map((group) => group === FOLDED
        ? html`<details key=${group} class="more"><summary>${groupWords(group)}</summary><${Files} formats=${formats} group=${group} language=${language} /></details>`
        : html`<section key=${group} class="download-group"><h3>${groupWords(group)}</h3><${Files} formats=${formats} group=${group} language=${language} /></section>`)}
      ${!closed && html`<${KeepFolder} base=${base} />`}
    </section>`;
}

function Files({ formats, group, language }) {
  const those = formats.filter((it) => it.good_for === group);
  return html`<ul class="downloads">${those.map((it) => html`<${Download} key=${it.format} format=${it} language=${language} />`)}</ul>`;
}

// Of headings, dates and sentences around what people wrote, whose own words stay as they are.
function Language({ languages, own, chosen, onChoose }) {
  return html`
    <div class="field download-language"><label class="field-label" for="files-language">${_("Language of the files")}</label>
      <select class="field-input" id="files-language" value=${chosen || own} onChange=${(event) => onChoose(event.currentTarget.value)}>
        ${languages.map(({ id, name }) => html`<option key=${id} value=${id} lang=${id}>${name}</option>`)}</select></div>`;
}
