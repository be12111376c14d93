// The words for phases and types of notes. Look-ups happen at call time, when the catalogue is there.
import { _ } from "./words.js";

export function phaseWord(phase) {
  const words = {
    frame: _("Frame"), open: _("Open"), integrate: _("Integrate"), close: _("Close"), break: _("Break"),
  };
  return words[phase] ?? phase;
}

export function typeWord(type) {
  const words = {
    idea: _("Idea"), need: _("Need"), problem: _("Problem"), question: _("Question"),
    learning: _("Learning"), unknown: _("Don't know"), expectation: _("Expectation"), hello: _("Hello"),
  };
  return words[type] ?? type;
}
