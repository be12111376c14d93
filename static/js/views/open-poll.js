// The question that is open now: how many have answered, never what, and the button that closes it.
import { html, useEffect } from "../lib/html.js";
import { sayOfOthers } from "../lib/announce.js";
import { _ } from "../lib/words.js";
import { Bars } from "./bars.js";
import { ClosePoll } from "./finals.js";

export function OpenPoll({ room, poll }) {
  const n = room.presence.value.counts?.answered ?? 0;
  const all = Math.max(n, poll.asked);
  return html`
    <section class="ask"><h3 class="ask-question" dir="auto">${poll.question}</h3>
      <${Bars} met=${n} all=${all} phase="frame" />
      <p class="bars-words"><b>${_("%(n)s of %(all)s have answered", { n, all })}</b></p>
      <div class="buttons"><${ClosePoll} room=${room} poll=${poll} /></div></section>`;
}

// Said when half have answered and when all have: each answer by itself is no news.
export function useAnsweredSaid(room, poll) {
  const n = room.presence.value.counts?.answered ?? 0;
  const halves = poll?.asked ? Math.floor((2 * n) / poll.asked) : 0;
  useEffect(() => {
    if (halves) sayOfOthers("answered", _("%(n)s of %(all)s have answered", { n, all: poll.asked }));
  }, [halves]);
}
