// "Copy" beside an address. On plain http the browser has no clipboard for pages: then the text is
// selected, and the button says what to do.
import { copied } from "../lib/copied.js";
import { _, loadWords } from "../lib/words.js";

const SHOWN = 4000; // ms that the answer stands on the button

export function watchCopyButtons(root = document) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copyBeside(button));
  }
}

async function copyBeside(button) {
  const field = button.closest(".link-row").querySelector("input");
  const { language, static: base } = document.body.dataset;
  const [done] = await Promise.all([copied(field), loadWords(language, base)]);
  const words = button.querySelector("span");
  const before = (words.dataset.before ??= words.textContent);
  words.textContent = done ? _("Copied") : _("Selected. Press Ctrl+C");
  words.setAttribute("role", "status");
  setTimeout(() => (words.textContent = before), SHOWN);
}
