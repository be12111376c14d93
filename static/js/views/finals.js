// What cannot be undone: each asks first, and says what it means.
import { html, useState } from "../lib/html.js";
import { Ask } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { otherLead } from "../lib/lead.js";
import { _, ngettext } from "../lib/words.js";
import { TakeLead } from "./lead.js";

// A button that opens a question; its answer sends one command. All of these move the room, so they are
// the leader's.
function Final({ room, kind, fields, icon, look = "button button--primary", label, title, yes, no, children }) {
  const [asking, setAsking] = useState(false);
  const busy = room.entries.value.some((entry) => entry.kind === kind);
  return html`
    <button type="button" class=${look} aria-busy=${busy ? "true" : undefined} onClick=${() => setAsking(!busy)}><${Icon} name=${icon} />${label}</button>
    ${asking && otherLead(room) && html`<${TakeLead} room=${room} onClose=${() => setAsking(false)} />`}
    ${asking && !otherLead(room) && html`<${Ask} title=${title} yes=${yes} no=${no} onYes=${() => room.send(kind, fields)} onClose=${() => setAsking(false)}>${children}<//>`}`;
}

export function Reveal({ room, step }) {
  const n = room.presence.value.counts?.hidden ?? 0;
  const label = n ? ngettext("Reveal %(n)s note", "Reveal %(n)s notes", n) : _("Reveal the notes");
  return html`
    <${Final} room=${room} kind="RevealNotes" fields=${{ step: step.id }} icon="eye" label=${label}
      title=${_("Reveal the notes?")} yes=${_("Reveal")} no=${_("Not yet")}>
      <p>${_("Everyone sees all notes at once, shuffled, on the board and on the phones. It cannot be undone.")}</p>
    <//>`;
}

export function CloseVote({ room, round }) {
  const voted = room.presence.value.counts?.voted;
  return html`
    <${Final} room=${room} kind="CloseVote" fields=${{ round: round.id }} icon="lock" label=${_("Close the vote")}
      title=${_("Close the vote?")} yes=${_("Close the vote")} no=${_("Keep it open")}>
      ${voted !== undefined && html`<p>${ngettext("%(n)s of %(all)s has voted.", "%(n)s of %(all)s have voted.", voted, { all: round.electorate })}</p>`}
      <p>${_("The result shows for all, and who gave which dots is deleted. Voting again is a new vote.")}</p>
    <//>`;
}

export function CloseScoring({ room, scoring }) {
  const scored = room.presence.value.counts?.scored;
  if (scoring.consensus) {
    return html`
      <${Final} room=${room} kind="CloseScoring" fields=${{ scoring: scoring.id }} icon="lock" label=${_("All are placed")}
        title=${_("Is everything where it belongs?")} yes=${_("Close it")} no=${_("Keep it open")}>
        <p>${_("Nothing can be moved any more. Placing them once more is a new round.")}</p>
      <//>`;
  }
  return html`
    <${Final} room=${room} kind="CloseScoring" fields=${{ scoring: scoring.id }} icon="lock" label=${_("Close and show the answers")}
      title=${_("Close and show the answers?")} yes=${_("Close it")} no=${_("Keep it open")}>
      ${scored !== undefined && html`<p>${ngettext("%(n)s of %(all)s has answered.", "%(n)s of %(all)s have answered.", scored, { all: scoring.electorate })}</p>`}
      <p>${_("How many gave each mark shows for all, and who gave which is deleted. Asking once more is a new poll.")}</p>
    <//>`;
}

export function ClosePoll({ room, poll }) {
  return html`
    <${Final} room=${room} kind="ClosePoll" fields=${{ poll: poll.id }} icon="lock" look="button button--small" label=${_("Close the question")}
      title=${_("Close the question?")} yes=${_("Close the question")} no=${_("Keep it open")}>
      <p>${_("The answers show for all, as numbers, and who answered what is deleted. It cannot be opened again.")}</p>
    <//>`;
}

export function Seal({ room, step }) {
  return html`
    <${Final} room=${room} kind="SealStep" fields=${{ step: step.id }} icon="lock" look="button button--small" label=${_("Seal the step")}
      title=${_("Seal “%(title)s”?", { title: step.title })} yes=${_("Seal it")} no=${_("Not yet")}>
      <p>${_("The link between each note and who wrote it is deleted for good. Nobody can change or remove their notes any more.")}</p>
    <//>`;
}
