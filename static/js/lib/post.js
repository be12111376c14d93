// What a facilitator asks of the server beside the commands of the room. A failure is a sentence, never a throw.
import { _ } from "./words.js";

export const post = (path, said) => ask(path, {
  method: "POST", headers: { "X-CSRF-Token": document.body.dataset.csrf, ...(said && { "Content-Type": "application/json" }) }, body: said && JSON.stringify(said),
});

// Gives what the server said, or {error: sentence}; unsure: no answer came, so it may have been done all the same.
export async function ask(path, options) {
  try {
    const answer = await fetch(`${path}?as=facilitator`, options);
    const said = await answer.json();
    return answer.ok ? said : { error: said.error.message };
  } catch {
    return { error: _("No answer from the server. Try once more when the network is back."), unsure: true };
  }
}
