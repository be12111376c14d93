// After the close: everything to take away, and whether those who took part get it too.
import { html } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Actions } from "./actions.js";
import { EndLight, ShowGrowth } from "./board-acts.js";
import { Decisions } from "./decisions.js";
import { Downloads } from "./downloads.js";
import { Where } from "./phase.js";
import { ResultsLink } from "./results-link.js";

export function ConsoleClosed({ room, workshop }) {
  const actions = room.scene.all("action");
  const share = (event) => room.send("ShareResults", { shared: event.currentTarget.checked });
  return html`
    <p class="console-kind"><${Where} room=${room} /></p>
    <h1 class="console-question" tabindex="-1" dir="auto">${workshop.title}</h1>
    <p class="lead">${_("The workshop is closed and saved.")}</p>
    <label class="check"><input type="checkbox" checked=${workshop.results_shared} onChange=${share} /> <span>${_("Those who took part can read the results")}</span></label>
    <div class="buttons"><a class="button button--primary" href="/w/${room.workshop}/results?as=facilitator"><${Icon} name="file-down" />${_("See the results")}</a>
      <a class="button" href="/w/${room.workshop}/replay?as=facilitator"><${Icon} name="history" />${_("Look back at how it grew")}</a>
      ${room.scene.one("spotlight") ? html`<${EndLight} room=${room} />` : html`<${ShowGrowth} room=${room} />`}</div>
    <${ResultsLink} room=${room} />
    <${Downloads} room=${room} />
    <${Decisions} room=${room} />
    ${actions.length > 0 && html`<section class="section"><h2>${_("Actions")}</h2><${Actions} room=${room} actions=${actions} read /></section>`}`;
}
