// Small things this device remembers. Private windows may forbid it; then they last as long as the page.
const memory = new Map(); // what was not taken; all else is read where another tab may have written

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value);
  }
}

export function recall(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function forget(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

export function forgetAll(prefix) {
  for (const key of remembered(prefix)) forget(key);
}

export function remembered(prefix) {
  return [...new Set([...memory.keys(), ...kept()])].filter((key) => key.startsWith(prefix));
}

function kept() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
