// Before a vote on the console: how it will be held, what may split it, and time to plan the dots first.
import { html, useEffect, useState } from "../lib/html.js";
import { Icon } from "../lib/icons.js";
import { goingTo, notesHere } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { Act } from "./act.js";
import { compared } from "./compared.js";
import { OpenVote, PlanVote } from "./console-actions.js";
import { Listed } from "./listed.js";

export function BeforeVote({ room, step }) {
  return html`
    <${Advice} room=${room} step=${step} />
    <section class="section">
      <p class="empty">${_("Say what the result will be used for. Then open the vote.")}</p>
      <${HowHeld} setup=${step.setup} />
      <div class="buttons">${step.setup.plan ? html`<${OpenVote} room=${room} step=${step} quiet />` : html`<${PlanVote} room=${room} step=${step} quiet />`}</div>
    </section>
    <${ToBeChosen} room=${room} step=${step} />`;
}

// What the vote will freeze when it opens.
function ToBeChosen({ room, step }) {
  const items = compared(room.scene, step);
  return html`<${Listed} items=${items} words=${ngettext("%(n)s thing to choose", "%(n)s things to choose from", items.length)} />`;
}

// What the room can be told before it begins; what is usual is not said.
function HowHeld({ setup: { criteria = [], groups = [], ties = "", staged = false, wild_card: wild = false } }) {
  const lines = [
    criteria.length && _("By: %(criteria)s", { criteria: criteria.map(({ title }) => title).join(" · ") }),
    groups.length > 1 && _("Each votes as: %(groups)s", { groups: groups.join(" · ") }),
    staged && _("The result is shown place by place, from the last one up."),
    ties && { run_off: _("A tie at the cut is broken by a run-off."), lot: _("A tie at the cut is broken by lot."), facilitator: _("A tie at the cut is broken by you.") }[ties],
    wild && _("One thing from below the cut can be kept as a wild card."),
  ].filter(Boolean);
  return lines.length > 0 && html`<ul class="how-held">${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`;
}

// Many things, and things that are nearly the same, are better put together first; the server looks for them. A vote
// that is planned holds what there was then: its plan is taken back before anything can be mended.
export function Advice({ room, step, planned = "" }) {
  const { many, alike } = useLooked(room, step, planned);
  if (!many && !alike.length) return null;
  const before = planned ? undefined : room.scene.get("step", step.source);
  return html`
    <section class="section advice before-vote"><h2><${Icon} name="triangle-alert" />${_("Before you open the vote")}</h2>
      ${many > 0 && html`<p>${ngettext("%(n)s thing is a lot to choose from. Put together what belongs together first.", "%(n)s things are a lot to choose from. Put together what belongs together first.", many)}</p>`}
      ${alike.length > 0 && html`<p>${_("These read nearly the same, and would share the dots between them:")}</p>
        <ul class="alike">${alike.map(([one, other]) => html`<li><span dir="auto">${one}</span> <b aria-hidden="true">≈</b> <span class="visually-hidden">${_("and")}</span> <span dir="auto">${other}</span></li>`)}</ul>`}
      ${before?.layout === "clusters" && html`<div class="buttons"><${Act} room=${room} kind="StartStep" fields=${goingTo(room.scene, before)} icon="arrow-left" class="button button--small">${_("Back to “%(title)s”", { title: before.title })}<//></div>`}
    </section>`;
}

// Asked again when what can be chosen has changed.
function useLooked(room, step, planned) {
  const [looked, setLooked] = useState({ many: 0, alike: [] });
  const now = planned || notesHere(room.scene, step).map(({ id, cluster, text }) => id + cluster + text).join();
  useEffect(() => {
    const timer = setTimeout(async () => {
      const answer = await fetch(`/w/${room.workshop}/ballot/${step.id}.json?as=${room.cookie}`).catch(() => null);
      if (answer?.ok) setLooked(await answer.json());
    }, 300);
    return () => clearTimeout(timer);
  }, [step.id, now]);
  return looked;
}
