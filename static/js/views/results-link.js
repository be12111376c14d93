// The link to the results, for whoever was not there: made, with a last day or without one, and ended.
import { html, useEffect, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { ask } from "../lib/post.js";
import { _ } from "../lib/words.js";
import { LinkField } from "./link-field.js";
import { Refused } from "./refused.js";

export function ResultsLink({ room }) {
  const { results_linked: linked } = room.scene.one("workshop");
  return html`
    <section class="section results-link"><h2>${_("A link to the results")}</h2>
      <${Refused} room=${room} kinds=${["LinkResults"]} />
      ${linked ? html`<${Open} room=${room} />` : html`<${None} room=${room} />`}
    </section>`;
}

function None({ room }) {
  const make = () => {
    room.send("LinkResults", { linked: true });
    say(_("The link is made."));
  };
  return html`
    <p>${_("Whoever has the link can read the results and take the files, and nothing else. Nobody has it yet.")}</p>
    <div class="buttons"><button type="button" class="button" onClick=${make}><${Icon} name="link" />${_("Make a link")}</button></div>`;
}

function Open({ room }) {
  const { results_until: until } = room.scene.one("workshop");
  const [ending, setEnding] = useState(false);
  const { link, error, again } = useLink(room);
  const end = () => {
    room.send("LinkResults", { linked: false });
    say(_("The link has ended."));
  };
  return html`
    <${LinkField} id="results-link" label=${_("The link to send")} value=${link} help=${_("Whoever has it can read the results and take the files, and nothing else.")} />
    ${error && html`
      <p class="field-error" role="alert"><${Icon} name="triangle-alert" />${error}</p>
      <div class="buttons"><button type="button" class="button" onClick=${again}><${Icon} name="rotate-ccw" />${_("Try again")}</button></div>`}
    <${Until} key=${until} room=${room} until=${until} />
    <div class="buttons"><button type="button" class="button" onClick=${() => setEnding(true)}><${Icon} name="x" />${_("End the link")}</button></div>
    ${ending && html`
      <${Ask} title=${_("End the link?")} yes=${_("End the link")} no=${_("Keep the link")} onYes=${end} onClose=${() => setEnding(false)}>
        <p>${_("It opens nothing any more, wherever it was sent. It cannot be undone; you can make another one.")}</p><//>`}`;
}

function Until({ room, until }) {
  const [day, setDay] = useState(until);
  const set = (event) => {
    event.preventDefault();
    room.send("LinkResults", { linked: true, until: day });
    say(_("Saved."));
  };
  return html`
    <form class="form" onSubmit=${set}><div class="field"><label class="field-label" for="results-until">${_("Its last day")}</label>
      <div class="add-seat-line"><input class="field-input" id="results-until" type="date" value=${day} onInput=${(event) => setDay(event.currentTarget.value)} aria-describedby="results-until-help" />
        <button type="submit" class="button" aria-disabled=${day === until ? "true" : undefined}>${_("Save")}</button></div>
      <p class="field-help" id="results-until-help">${_("Empty: as long as the workshop is on the server.")}</p></div></form>`;
}

// Its key is the server's to tell, and another after each end; before it is made there is none.
function useLink({ workshop, scene, entries }) {
  const { results_links: ended } = scene.one("workshop");
  const waits = entries.value.some(({ kind }) => kind === "LinkResults");
  const [found, setFound] = useState({});
  const load = () => void ask(`/api/workshops/${workshop}/links`).then(setFound);
  useEffect(() => void (waits || load()), [workshop, ended, waits]);
  const again = () => {
    setFound({});
    load();
  };
  return { link: found.results_url ?? "", error: found.error, again };
}
