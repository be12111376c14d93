// Small help on pages that work without it.
import { drawCodeField } from "./code.js";
import { watchCopyButtons } from "./copy.js";

watchCopyButtons();
for (const field of document.querySelectorAll(".code-field")) drawCodeField(field);
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
