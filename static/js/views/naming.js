// What can be done with a cluster: a name, which comes last, as a phrase that someone who was not here would
// understand; and to put it together with another, to part it, or to dissolve it.
import { html, useEffect, useRef, useState } from "../lib/html.js";
import { say } from "../lib/announce.js";
import { Ask, Dialog } from "../lib/dialog.js";
import { Icon } from "../lib/icons.js";
import { isSilent } from "../lib/silence.js";
import { _, ngettext } from "../lib/words.js";
import { Merge, Split } from "./regroup.js";

const WORTH_A_NAME = 2; // notes

// leads: a facilitator may name a single note too.
export function NameCluster({ room, step, id, groups, leads, onClose }) {
  const cluster = clusterNow(room.scene, id);
  const [doing, setDoing] = useState("");
  const group = groups.find((each) => each.id === cluster?.id);
  const isGone = !cluster || !group;
  useEffect(() => void (isGone && onClose()), [isGone]);
  if (isGone) return null;
  const given = { room, step, group, groups, onClose };
  if (doing === "merge") return html`<${Merge} ...${given} />`;
  if (doing === "split") return html`<${Split} ...${given} />`;
  if (doing === "dissolve") return html`<${Dissolve} ...${given} />`;
  const more = html`
    <div class="dialog-more">
      ${groups.length > 2 && html`<button type="button" class="button button--quiet" onClick=${() => setDoing("merge")}><${Icon} name="merge" />${_("Put together with…")}</button>`}
      ${group.notes.length > 1 && html`<button type="button" class="button button--quiet" onClick=${() => setDoing("split")}><${Icon} name="split" />${_("Part it")}</button>`}
      <button type="button" class="button button--quiet" onClick=${() => setDoing("dissolve")}><${Icon} name="trash-2" />${_("Dissolve")}</button>
    </div>`;
  const waits = namesWait(step, group, leads);
  if (!waits) return html`<${Name} room=${room} cluster=${cluster} taken=${cluster.id !== id} more=${more} onClose=${onClose} />`;
  return html`
    <${Dialog} title=${_("This cluster")} onClose=${onClose}>
      <div class="dialog-body"><p>${waits}</p></div>${more}
      <div class="dialog-actions"><button type="button" class="button" autofocus onClick=${onClose}>${_("Back")}</button></div>
    <//>`;
}

// Put together with another one while somebody typed: what is typed names that one.
function clusterNow(scene, id) {
  return scene.get("cluster", id) ?? scene.all("cluster").find(({ took }) => took?.includes(id));
}

// Why there is no name to give yet, or nothing.
function namesWait(step, { title, notes }, leads) {
  if (isSilent(step)) return _("You group in silence. Names come when the facilitator says so.");
  if (!leads && !title && notes.length < WORTH_A_NAME) return _("A name comes when two notes lie here.");
  return "";
}

function Name({ room, cluster, taken, more, onClose }) {
  const draft = useRef(`cluster ${cluster.id}`).current;
  const [title, setTitle] = useState(() => room.drafts.get(draft) || cluster.title || "");
  const last = useRef("");
  useEffect(() => {
    const { step } = room.scene.one("workshop");
    return () => last.current && offerIfLost(room, step, cluster, last.current);
  }, []);
  const typed = (event) => {
    setTitle((last.current = event.currentTarget.value));
    room.drafts.set(draft, event.currentTarget.value);
  };
  const save = (event) => {
    event.preventDefault();
    room.drafts.set(draft, "");
    last.current = "";
    if (title.trim() !== cluster.title) room.send("NameCluster", { cluster: cluster.id, title: title.trim() });
    say(_("Named."));
    onClose();
  };
  const back = () => {
    last.current = "";
    onClose();
  };
  return html`
    <${Dialog} kept title=${_("Name this cluster")} onClose=${back}>
      <form class="form" onSubmit=${save}>
        ${taken && html`<p role="status">${_("It was put together with another one meanwhile. The name is for both.")}</p>`}
        <div class="field"><label class="field-label" for="cluster-name">${_("Name")} <span class="field-hint">${_("– a whole phrase")}</span></label>
          <input class="field-input" id="cluster-name" value=${title} autofocus autocomplete="off" dir="auto"
            maxlength=${room.limits.value.title_graphemes} onInput=${typed} /></div>
        <div class="dialog-actions">
          <button type="button" class="button" onClick=${back}>${_("Back")}</button>
          <button type="submit" class="button button--primary">${_("Save")}</button>
        </div>
      </form>
      ${more}
    <//>`;
}

// Dissolved, or left by the room, under the hand that was naming it: what was typed is not lost.
function offerIfLost(room, step, { id }, title) {
  const { step: now, state } = room.scene.one("workshop");
  if ((clusterNow(room.scene, id) && now === step && state !== "closed") || !title.trim()) return;
  room.drafts.set(`cluster ${id}`, "");
  room.offer({ entry: { op: room.newId(), kind: "NameCluster", fields: { cluster: id, title: title.trim() } }, error: { code: "left_behind" } });
}

function Dissolve({ room, group, onClose }) {
  const n = group.notes.length;
  return html`
    <${Ask} title=${_("Dissolve this cluster?")} yes=${_("Dissolve it")} no=${_("Keep it")} onClose=${onClose}
      onYes=${() => room.send("RemoveCluster", { cluster: group.id })}>
      <p>${ngettext("Its note stands alone again. Nothing is lost.", "Its %(n)s notes stand alone again. Nothing is lost.", n)}</p>
    <//>`;
}
