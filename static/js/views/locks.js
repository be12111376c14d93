// Writing, moving and voting are held still each on its own. The button says what is, before it is opened.
import { html, useState } from "../lib/html.js";
import { Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { _ } from "../lib/words.js";
import { Act } from "./act.js";

export function Locks({ room, step }) {
  const [open, setOpen] = useState(false);
  const fit = lockable(step);
  if (!fit.length) return null;
  if (fit.length === 1) return html`<${OneLock} room=${room} step=${step} what=${fit[0]} />`;
  const locked = step.locks.length > 0;
  return html`
    <button type="button" class="button" aria-haspopup="dialog" onClick=${() => setOpen(true)}><${Icon} name=${locked ? "lock" : "lock-open"} />
      ${locked ? html`<span>${_("Locked")}<span class="lock-words">: ${lockedWords(step)}</span></span>` : _("Lock")}</button>
    ${open && html`<${LockSheet} room=${room} step=${step} fit=${fit} onClose=${() => setOpen(false)} />`}`;
}

// What is done in a step, and what is locked in it all the same.
function lockable({ types, layout, locks, setup }) {
  const scores = ["table", "matrix", "form"].includes(layout) && Boolean(setup?.scales?.length);
  const sorts = setup?.columns?.length > 1;
  const done = { writing: types.length > 0 || ["table", "form"].includes(layout), moving: layout === "clusters" || sorts, voting: scores || ["vote", "poll"].includes(layout) };
  return Object.keys(done).filter((what) => done[what] || locks.includes(what));
}

function OneLock({ room, step, what }) {
  const locked = step.locks.includes(what);
  return html`
    <${Act} room=${room} kind="LockStep" fields=${{ step: step.id, locked: !locked, what }} icon=${locked ? "lock-open" : "lock"} title=${lockWord(what)}>
      ${locked ? _("Unlock") : _("Lock")}<span class="visually-hidden"> ${lockWord(what)}</span><//>`;
}

function LockSheet({ room, step, fit, onClose }) {
  const set = (what) => (event) => room.send("LockStep", { step: step.id, locked: event.currentTarget.checked, what });
  return html`
    <${Dialog} sort="sheet" title=${_("Hold still")} onClose=${onClose}>
      <p>${_("What is ticked rests for everyone until you let it go. Nothing that was made is lost.")}</p>
      ${fit.map((what) => html`
        <label class="check" key=${what}><input type="checkbox" checked=${step.locks.includes(what)} onChange=${set(what)} /> <span>${LOCKS[what]()}</span></label>`)}
      <div class="sheet-actions"><button type="button" class="button button--primary" onClick=${onClose}>${_("Done")}</button></div>
    <//>`;
}

const LOCKS = {
  writing: () => _("Writing: no new or changed notes"),
  moving: () => _("Moving: notes and clusters stay where they are"),
  voting: () => _("Voting: dots and marks stay as they are"),
};

function lockWord(what) {
  return { writing: _("writing"), moving: _("moving"), voting: _("voting") }[what];
}

export function lockedWords({ locks }) {
  return locks.map(lockWord).join(", ");
}
