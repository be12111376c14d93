// What was refused and is told where it was written: its form opens again with every word, so it is not offered elsewhere.
import { currentStep } from "./steps.js";

const HERE = {
  SaveSheet: (step, { fields }) => step.layout === "form" && fields.step === step.id,
  AddAction: (step, { fields }) => step.layout === "actions" && fields.step === step.id,
  ChangeAction: (step, { fields }, scene) => step.layout === "actions" && Boolean(scene.get("action", fields.action)),
};

export function isToldInPlace(scene, { entry }) {
  const step = scene.one("workshop")?.state === "running" && currentStep(scene);
  return Boolean(step && HERE[entry.kind]?.(step, entry, scene));
}

// The refusal that a form on the screen answers: of this kind, with these fields.
export function refusedHere(room, kind, fields) {
  return room.refusals.value.find(({ entry }) => entry.kind === kind && Object.entries(fields).every(([name, value]) => entry.fields[name] === value));
}
