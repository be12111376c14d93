// The matrix by consensus, on the console: each thing is placed as the room agrees, by tap, by keys, or by dragging it
// onto the picture. All see it at once.
import { html, useRef, useState } from "../lib/html.js";
import { startDrag } from "../lib/drag.js";
import { Icon } from "../lib/icons.js";
import { placedOn } from "../lib/marks.js";
import { useRun } from "../lib/run.js";
import { itemName } from "../lib/table.js";
import { _ } from "../lib/words.js";
import { Locked } from "./locked.js";
import { MarkScale } from "./mark-scale.js";
import { marksAt, Plot } from "./plot.js";

const EDGE = 0.09; // of the picture on each side, which no mark stands for

export function Placing({ room, step, scoring }) {
  const field = useRef(null);
  const [over, setOver] = useState(null);
  const locked = step.locks.includes("voting");
  const place = (item, scale, value, more) => room.send("PlaceItem", { scoring: scoring.id, item, scale, value, ...more });
  // What it is dropped on says its mark on each scale: one command, so that one undo takes it back.
  const drop = (item, at) => {
    const [first, ...others] = marksAt(scoring, spotOf(field.current, at));
    if (first) place(item, ...first, { also: Object.fromEntries(others) });
  };
  const drag = (item) => (event) => {
    if (locked) return;
    const at = { x: event.clientX, y: event.clientY };
    const follow = ({ clientX, clientY }) => Object.assign(at, { x: clientX, y: clientY });
    addEventListener("pointermove", follow);
    addEventListener("pointerup", () => removeEventListener("pointermove", follow), { once: true });
    startDrag(event, { targetAt: (under) => under?.closest(".plot-field") ?? null, over: setOver, drop: () => drop(item, at) });
  };
  return html`
    <section class="section"><h2>${_("Place them together")}</h2>
      <p>${_("Ask where each thing stands, and place it when the room agrees. Everyone sees it at once.")}</p>
      <${Locked} step=${step} what="voting" />
      <div class="weighed-both"><div class="placing-field ${over ? "placing-field--target" : ""}" ref=${field}><${Plot} room=${room} scoring=${scoring} empty /></div>
        <ul class="placing" data-layout="placing">${scoring.items.map((item) => html`
          <${Item} key=${item.item} room=${room} scoring=${scoring} item=${item} locked=${locked} onPlace=${place} onDrag=${drag(item.item)} />`)}</ul></div>
    </section>`;
}

// Where in the picture: 0 to 1 along each axis, from where its writing begins.
function spotOf(box, { x, y }) {
  const inner = box.querySelector(".plot-field").getBoundingClientRect();
  const part = (share) => Math.min(1, Math.max(0, (share - EDGE) / (1 - 2 * EDGE)));
  const along = (x - inner.left) / inner.width;
  return { x: part(getComputedStyle(box).direction === "rtl" ? 1 - along : along), y: part(1 - (y - inner.top) / inner.height) };
}

function Item({ room, scoring, item, locked, onPlace, onDrag }) {
  const title = itemName(room.scene, item);
  const told = scoring.scales.map((scale) => [scale, placedOn(scoring, item.item, scale.id)]).filter(([, mark]) => mark !== null);
  return html`
    <li><details class="card card--folded placing-item" data-id=${item.item}>
      <summary onPointerDown=${onDrag}><span class="placing-line"><${Icon} name="move" /> <b dir="auto">${title}</b>
        <span class="small">${told.length ? told.map(([scale, mark]) => `${scale.title} ${mark}`).join(" · ") : _("Not placed yet.")}</span></span></summary>
      ${scoring.scales.map((scale) => html`
        <${Placed} key=${scale.id} room=${room} scoring=${scoring} item=${item.item} scale=${scale} title=${title} locked=${locked} onPlace=${onPlace} />`)}
    </details></li>`;
}

// Arrows go from mark to mark: the room sees, and the history tells, where they came to.
function Placed({ scoring, item, scale, onPlace, ...props }) {
  const run = useRun(placedOn(scoring, item, scale.id), (value) => onPlace(item, scale.id, value));
  return html`<${MarkScale} scoring=${scoring} item=${item} scale=${scale} hand=${{ ...run, late: false, back: _("It is taken off again.") }} ...${props} />`;
}
