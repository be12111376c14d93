// Moving a row of a table with a mouse or a pen: the row under the pointer is marked, and takes it.
const FAR = 6; // px before a press is a drag

export function startRowDrag(event, { over, drop }) {
  if (event.button !== 0 || event.pointerType === "touch") return;
  if (event.target.closest("button, a, input, textarea, select")) return;
  const row = event.currentTarget;
  const from = event.clientY;
  let target = "";
  const move = ({ clientX, clientY }) => {
    if (!target && Math.abs(clientY - from) < FAR) return;
    const under = document.elementFromPoint(clientX, clientY)?.closest("tr[data-id]");
    if (!under || under.dataset.id === target) return;
    row.classList.add("plan-step--lifted");
    over((target = under.dataset.id));
  };
  const end = ({ type }) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    row.classList.remove("plan-step--lifted");
    over("");
    if (type === "pointerup" && target) drop(target);
  };
  event.preventDefault();
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}
