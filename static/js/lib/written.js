// What the server would refuse in a text, said before it is sent: nothing written, or more than fits.
import { sayError } from "./announce.js";
import { useState } from "./html.js";
import { graphemes } from "./text.js";
import { _ } from "./words.js";

// Gives a sentence, or "".
export function whatIsWrong(text, limit) {
  return text.trim() ? whatIsTooLong(text, limit) : _("Nothing is written yet. Write it, then send it.");
}

export function whatIsTooLong(text, limit) {
  const length = graphemes(text);
  return length > limit ? _("That is %(length)s characters, and %(limit)s fit. Shorten it, or make two.", { length, limit }) : "";
}

// Gives [sentence, tell(sentence)]: telling says it aloud too, and gives whether there was one.
export function useWrong() {
  const [wrong, setWrong] = useState("");
  const tell = (sentence) => {
    setWrong(sentence);
    if (sentence) sayError(sentence);
    return Boolean(sentence);
  };
  return [wrong, tell];
}
