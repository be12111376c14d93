// Another join code for the workshop. The same op until it is answered, so that a second try is no second code.
import { newId } from "./ids.js";
import { post } from "./post.js";
import { say, sayError } from "./announce.js";
import { _ } from "./words.js";

let op = newId();

// With `invitation` the link that was sent out is another too. Gives {code, join_url, invite_url} or {error};
// all screens get the code with the workshop's record.
export async function newCode({ workshop }, invitation) {
  const answer = await post(`/api/workshops/${workshop}/code`, { op, invitation });
  if (answer.error) sayError(answer.error);
  else say(_("The new code is %(code)s.", { code: spelled(answer.code) }));
  if (!answer.error) op = newId();
  return answer;
}

const spelled = (code) => [...code].join(" ");
