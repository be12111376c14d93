// A link to the board or to the results: the key stands behind the #, is never sent as part of an address, and is cleared at once.
import { newId } from "../lib/ids.js";
import { _, loadWords } from "../lib/words.js";

const { workshop, role, home, language, static: base } = document.body.dataset;

async function open(key) {
  const opening = document.getElementById("opening");
  opening.hidden = false;
  try {
    const answer = await fetch(`/api/workshops/${workshop}/join`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ op: newId(), role, key }),
    });
    if (answer.ok) return location.replace(home);
    const { error } = await answer.json();
    return failed(key, error.message);
  } catch {
    return failed(key, _("No answer from the server. Try once more when the network is back."));
  } finally {
    opening.hidden = true;
  }
}

// The key goes into the field, so that one press tries again.
function failed(key, sentence) {
  const field = document.getElementById("key");
  field.value = key;
  field.setAttribute("aria-invalid", "true");
  document.getElementById("key-error")?.remove();
  const error = document.createElement("p");
  error.id = "key-error";
  error.className = "field-error";
  error.setAttribute("role", "alert");
  error.textContent = sentence;
  field.setAttribute("aria-describedby", error.id);
  field.closest(".field").append(error);
}

const key = location.hash.slice(1);
if (key) {
  history.replaceState(null, "", location.pathname + location.search);
  await loadWords(language, base);
  open(key);
}
