// The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back.
import { html, useLayoutEffect, useMemo, useRef } from "./html.js";
import { newId } from "./ids.js";

// sort: "dialog" in the middle, or "sheet" from the foot of the screen. long: it is read from its head, so the
// focus begins there and not at the first button.
export function Dialog({ title, sort = "dialog", long = false, over, onClose, children }) {
  const ref = useRef(null);
  const id = useMemo(() => `t${newId(8)}`, []);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  const outside = (event) => event.target === ref.current && onClose();
  return html`
    <dialog class=${sort} ref=${ref} aria-labelledby=${id} onCancel=${onClose} onClick=${outside}>
      ${sort === "sheet" && html`<span class="sheet-handle" aria-hidden="true"></span>`}
      ${over}
      <h2 class="${sort}-title" id=${id} tabindex=${long ? -1 : undefined} autofocus=${long}>${title}</h2>
      ${children}
    </dialog>`;
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
