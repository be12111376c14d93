// One's own last change can be taken back: a line that says what it was, and one button.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { wayBack } from "../live/take-back.js";

const SHOWN = 8000; // ms, or until one writes on; after that it is in the menu

// A vote has it in its foot, and a mark beside it, where a tap more or less is seen at once.
const QUIET = ["CastVote", "GiveScore"];

export function UndoToast({ room }) {
  const last = room.last.value;
  if (!last || QUIET.includes(last.kind) || !wayBack(room, last)) return null;
  return html`<${Toast} key=${last.op} room=${room} last=${last} />`;
}

function Toast({ room, last }) {
  const [over, setOver] = useState(false);
  const [held, setHeld] = useState(false);
  useEffect(() => say(`${doneWords(last)} ${_("It can be undone, at the foot of the page or in the menu.")}`), []);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => setOver(true), SHOWN);
    return () => clearTimeout(timer);
  }, [held]);
  useEffect(() => {
    const written = () => setOver(true);
    addEventListener("input", written, { once: true });
    return () => removeEventListener("input", written);
  }, []);
  if (over) return null;
  return html`
    <section class="toasts toasts--undo" aria-label=${_("Your last change")}><p class="toast" onFocusIn=${() => setHeld(true)} onFocusOut=${() => setHeld(false)}>
      <span>${doneWords(last)}</span><${UndoButton} room=${room} /></p></section>`;
}

export function UndoButton({ room, onUndone, children = _("Undo"), class: look = "button button--small" }) {
  const from = useRef(null);
  const undo = () => {
    room.takeBack();
    say(_("Undone."));
    onUndone?.();
    // The button goes with what it undid: the focus goes back to where it came from.
    const back = from.current?.isConnected ? from.current : document.getElementById("question");
    back?.focus({ preventScroll: true });
  };
  return html`
    <button type="button" class=${look} onFocus=${({ relatedTarget }) => (from.current = relatedTarget)} onClick=${undo}>
      <${Icon} name="undo-2" />${children}</button>`;
}

export function doneWords({ kind, fields }) {
  if (kind === "TakeAction") return fields.taken ? _("You have taken it on.") : _("You have given it back.");
  return {
    AddNote: _("Note added."),
    ChangeNote: _("Note changed."),
    RemoveNote: _("Note removed."),
    MoveNote: _("Note moved."),
    SortNote: _("Note moved."),
    AddCluster: _("Cluster made."),
    NameCluster: _("Cluster named."),
    RemoveCluster: _("Cluster dissolved."),
    MoveNotes: _("Notes moved."),
    MergeClusters: _("Clusters put together."),
    SplitCluster: _("Cluster parted."),
    CopyNote: _("Note copied."),
    AddRow: _("Row added."),
    ChangeRow: _("Row changed."),
    RemoveRow: _("Row removed."),
    GiveScore: _("Mark given."),
    AddAction: _("Action added."),
    ChangeAction: _("Action changed."),
    ParkNote: _("Parked."),
    RemoveParked: _("Taken back."),
    SaveSheet: _("Version saved."),
    CastVote: _("Dot moved."),
  }[kind];
}
