// Copying a field's text. Selects in any case, so that the keyboard or a long press can copy too.
export function copied(field) {
  field.focus();
  field.select();
  return copiedText(field.value);
}

// The same of words on the page: `text` is what they say, `words` the element that holds them.
export function copiedWords(words, text) {
  getSelection().selectAllChildren(words);
  return copiedText(text);
}

async function copiedText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand?.("copy") ?? false;
  }
}
