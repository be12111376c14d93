// One step as a phone shows it, for the facilitator: the phone's own screen over a room that sends nothing.
import { html, signal, useMemo } from "../lib/html.js";
import { currentStep, inOrder } from "../lib/steps.js";
import { _ } from "../lib/words.js";
import { previewRoom } from "../live/preview.js";
import { fetchTheRest, Phone } from "../views/phone.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

// Which step stands behind the #, so that a page around this one can turn it.
const wanted = signal(location.hash.slice(1));
addEventListener("hashchange", () => {
  wanted.value = location.hash.slice(1);
  scrollTo(0, 0);
});

function Preview({ room }) {
  const steps = inOrder(room.scene);
  const step = steps.find(({ id }) => id === wanted.value) ?? currentStep(room.scene) ?? steps[0];
  const seen = useMemo(() => step && previewRoom(room, step.id), [step?.id]);
  if (!step) return html`<main class="main"><p class="lead">${_("The agenda has no steps yet.")}</p></main>`;
  return html`<${Phone} key=${step.id} room=${seen} />`;
}

// A dialog around this page cannot hear the key.
addEventListener("keydown", (event) => {
  const inside = document.querySelector("dialog[open]");
  if (event.key === "Escape" && !inside && !event.defaultPrevented) parent.postMessage("rytme preview closed", location.origin);
});

begin(Preview, fetchTheRest);
