// What the server says of the plan, in words, each with a tap that mends it where there is one.
import { html } from "../lib/html.js";
import { placeIn, sharedOpen, shortened } from "../lib/agenda.js";
import { say } from "../lib/announce.js";
import { percent } from "../lib/fmt.js";
import { Icon } from "../lib/icons.js";
import { inOrder } from "../lib/steps.js";
import { _, ngettext } from "../lib/words.js";
import { methodOf } from "./methods.js";

export const OPEN_AT_LEAST = 45; // percent of the working time, to find something new
export const OPEN_AT_MOST = 30; // percent, to improve what there is
const BUFFER = 10; // percent of the time there is

// What stands beside the agenda: all but the breaks, which stand in it.
export function PlanAdvice({ room, workshop, steps }) {
  const plan = room.scene.one("plan");
  if (!plan) return null;
  const warnings = plan.warnings.filter(({ code }) => code !== "no_break");
  const good = praise(workshop, plan);
  return html`
    <ul class="advices" aria-label=${_("About the plan")}>
      ${warnings.map((warning) => html`<${Warning} key=${warning.code} room=${room} plan=${plan} workshop=${workshop} steps=${steps} warning=${warning} />`)}
      ${good.map((words) => html`<li key=${words}><${Icon} name="check" /><p>${words}</p></li>`)}
    </ul>`;
}

function Warning({ room, plan, workshop, steps, warning }) {
  const [words, mend, work] = told(room, plan, workshop, steps, warning);
  const press = () => {
    work();
    say(_("Changed."));
  };
  return html`<li data-code=${warning.code}><${Icon} name="triangle-alert" /><p>${words} ${mend && html`<button type="button" class="link" onClick=${press}>${mend}</button>`}</p></li>`;
}

// A warning as [words, words of the mend, the mend].
function told(room, plan, workshop, steps, { code, n }) {
  const set = (found) => () => found.forEach(([step, minutes]) => room.send("ChangeStep", { step, minutes }));
  const less = (wanted) => {
    const found = shortened(steps, plan.cuts, wanted);
    const gained = found.reduce((sum, [id, minutes]) => sum + steps.find((step) => step.id === id).minutes - minutes, 0);
    return gained ? [ngettext("Shorten by %(n)s minute", "Shorten by %(n)s minutes", gained), set(found)] : [];
  };
  const slack = Math.ceil((BUFFER * workshop.planned_minutes) / 100);
  const share = (percent, words) => {
    const found = sharedOpen(steps, plan.cuts, percent);
    return found.length ? [words, set(found)] : [];
  };
  if (code === "over_time") return [ngettext("The plan is %(n)s minute longer than the time there is.", "The plan is %(n)s minutes longer than the time there is.", n), ...less(n + slack)];
  if (code === "no_buffer") return [_("Only %(n)s of %(all)s minutes are unplanned. A tenth, %(slack)s, makes room for what happens.", { n, all: workshop.planned_minutes, slack }), ...less(slack - n)];
  if (code === "open_short") return [_("The open phase has %(n)s of the working time. To find something new it wants at least %(least)s.", { n: percent(n), least: percent(OPEN_AT_LEAST) }), ...share(OPEN_AT_LEAST, _("Give it more time"))];
  if (code === "open_long") return [_("The open phase has %(n)s of the working time. To improve what there is, %(most)s is enough.", { n: percent(n), most: percent(OPEN_AT_MOST) }), ...share(OPEN_AT_MOST, _("Shorten it"))];
  return [code];
}

function praise(workshop, plan) {
  const has = (code) => plan.warnings.some((warning) => warning.code === code);
  const working = plan.open + plan.integrate + plan.close;
  const found = [];
  if (workshop.aim === "innovate" && working && !has("open_short")) found.push(_("The open phase has room. Good when you want something new."));
  if (workshop.aim === "improve" && working && !has("open_long")) found.push(_("The open phase is short. Good when you improve what there is."));
  if (workshop.planned_minutes && !has("over_time") && !has("no_buffer")) found.push(ngettext("%(n)s minute is unplanned, for what happens.", "%(n)s minutes are unplanned, for what happens.", plan.buffer));
  return found;
}

// In the agenda, before the step in which people will have sat too long.
export function BreakAdvice({ room, warning, step }) {
  const pause = methodOf("break");
  const add = () => {
    room.send("AddStep", { id: room.newId(), place: placeIn(inOrder(room.scene), step.id), ...pause.step });
    say(_("Added."));
  };
  return html`
    <tr role="row" class="plan-advice"><td role="cell" colspan="6">
      <p class="chip chip--wait"><${Icon} name="triangle-alert" /><span>${ngettext("%(n)s minute on end without a break.", "%(n)s minutes on end without a break.", warning.n)}</span>
        ${pause && html`<button type="button" class="link" onClick=${add}>${_("Put in a break here")}</button>`}</p></td></tr>`;
}
