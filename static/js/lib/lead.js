// Who leads: nobody alone, this facilitator, or another whose word moves the room.
import { _ } from "./words.js";

export function otherLead({ scene, you }) {
  const { lead } = scene.one("workshop");
  if (!lead || lead === you.value.id) return null;
  return scene.get("participant", lead) ?? { id: lead, name: "" };
}

export function facilitators(scene) {
  return scene.all("participant").filter(({ role, removed }) => role === "facilitator" && !removed);
}

export function nameOf({ name }) {
  return name || _("A facilitator");
}
