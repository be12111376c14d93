// Random names for things and commands. crypto.randomUUID is missing on plain http, this is not.
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

// 24 letters of 36 are 124 bits; bytes past 252 are thrown away, so that no letter is likelier.
export function newId(length = 24) {
  let id = "";
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < 252 && id.length < length) id += LETTERS[byte % 36];
    }
  }
  return id;
}
