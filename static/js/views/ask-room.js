// Asking the room, in the console's aside: the button, and the open question while there is one.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { Later } from "../lib/later.js";
import { openPoll } from "../lib/polls.js";
import { _, ngettext } from "../lib/words.js";
import { OpenPoll, useAnsweredSaid } from "./open-poll.js";
import { PollResult } from "./poll-result.js";
import { ShowPoll } from "./show-poll.js";

const asking = () => import("./asking.js");

export function AskRoom({ room }) {
  const [sheet, setSheet] = useState(false);
  const open = openPoll(room.scene);
  const fresh = useJustClosed(room, open);
  const asked = room.scene.all("poll").length;
  useAnsweredSaid(room, open);
  return html`
    <section class="aside-part">${(open || fresh) && html`<h2 class="aside-title">${_("Ask the room")}</h2>`}
      ${open && html`<${OpenPoll} room=${room} poll=${open} />`}
      ${!open && fresh && html`<div class="ask"><p class="ask-question" dir="auto">${fresh.question}</p><${PollResult} poll=${fresh} /><${ShowPoll} room=${room} poll=${fresh} /></div>`}
      <div class="buttons"><button type="button" class="button button--small" onClick=${() => setSheet(true)}><${Icon} name="message-circle-question-mark" />${words(open, asked)}</button></div>
      ${sheet && html`<${Later} load=${asking} name="Asking" beside room=${room} onClose=${() => setSheet(false)} />`}
    </section>`;
}

function words(open, asked) {
  if (open) return _("Look at the question");
  return asked ? ngettext("Ask, or read %(n)s answer", "Ask, or read %(n)s answers", asked) : _("Ask the room");
}

// The result of what was open on this page stands here until the room goes on.
function useJustClosed(room, open) {
  const step = room.scene.one("workshop").step;
  const last = useRef({});
  if (open) last.current = { id: open.id, step };
  const closed = last.current.step === step ? room.scene.get("poll", last.current.id) : undefined;
  const isClosed = closed?.state === "closed";
  useEffect(() => {
    if (isClosed) say(_("The question is closed. Here are the answers."));
  }, [isClosed]);
  return isClosed ? closed : undefined;
}
