// The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back. What was typed in it and
// not sent is asked about before Esc, or a press outside, takes it away.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./html.js";
import { newId } from "./ids.js";
import { _ } from "./words.js";

const WORDS = "textarea, input:not([type]), input[type=text]"; // what people write in

// sort: "dialog" in the middle, or "sheet" from the foot of the screen. long: it is read from its head, so the
// focus begins there and not at the first button. kept: what is typed in it is there again when it is opened again.
// unsent: something was written in it before, as where a page was loaded anew.
export function Dialog({ title, sort = "dialog", long = false, kept = false, unsent = false, over, onClose, children }) {
  const ref = useRef(null);
  const id = useMemo(() => `t${newId(8)}`, []);
  const [asking, setAsking] = useState(false);
  const written = useRef(new Set()).current;
  const isUnsent = () => !kept && (unsent || [...written].some((field) => field.isConnected && field.value.trim()));
  const leave = () => (isUnsent() ? setAsking(true) : onClose());
  const goOn = () => {
    setAsking(false);
    const last = [...written].filter((field) => field.isConnected).at(-1) ?? ref.current.querySelector(WORDS);
    last?.focus();
  };
  const now = useRef();
  now.current = { leave, isUnsent };
  useLayoutEffect(() => openedModal(ref.current, now), []);
  return html`
    <dialog class=${sort} ref=${ref} aria-labelledby=${id} onInput=${({ target }) => target.matches(WORDS) && written.add(target)} ...${usePressOutside(ref, leave)}>
      ${sort === "sheet" && html`<span class="sheet-handle" aria-hidden="true"></span>`}
      ${over}
      <h2 class="${sort}-title" id=${id} tabindex=${long ? -1 : undefined} autofocus=${long}>${title}</h2>
      ${children}
      ${asking && html`<${Unsent} onBack=${goOn} onDiscard=${onClose} />`}
    </dialog>`;
}

// Its own content leaves gaps, and a text may be selected from inside to outside: outside is where a press begins and ends.
function usePressOutside(ref, leave) {
  const began = useRef(false);
  const isOutside = ({ target, clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = ref.current.getBoundingClientRect();
    return target === ref.current && (x < left || x > right || y < top || y > bottom);
  };
  return {
    onPointerDown: (event) => (began.current = isOutside(event)),
    onClick: (event) => began.current && isOutside(event) && leave(),
  };
}

// Gives what closes it again. A browser may close it at a second Esc without asking: then it asks here.
function openedModal(dialog, now) {
  const cancelled = (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    now.current.leave();
  };
  const shut = () => {
    if (now.current.isUnsent()) dialog.showModal();
    now.current.leave();
  };
  dialog.showModal();
  dialog.addEventListener("cancel", cancelled);
  dialog.addEventListener("close", shut);
  return () => {
    dialog.removeEventListener("close", shut);
    dialog.close();
  };
}

function Unsent({ onBack, onDiscard }) {
  const back = useRef(null);
  useEffect(() => back.current.focus(), []);
  return html`
    <section class="card card--wait"><p id="unsent">${_("What you wrote here is not sent yet.")}</p>
      <div class="buttons"><button type="button" class="button button--primary" ref=${back} aria-describedby="unsent" onClick=${onBack}>${_("Go on writing")}</button>
        <button type="button" class="button" onClick=${onDiscard}>${_("Discard")}</button></div></section>`;
}

// Asks before what cannot be undone. The quiet answer comes first, so that Enter is never final. It stays where `onYes`
// answers false: something is missing yet.
export function Ask({ title, yes, no, onYes, onClose, children }) {
  const answer = () => onYes() !== false && onClose();
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <div class="dialog-body">${children}</div>
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick=${onClose}>${no}</button>
        <button type="button" class="button button--primary" onClick=${answer}>${yes}</button>
      </div>
    <//>`;
}
