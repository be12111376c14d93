// An invitation, or a facilitator's link: the key stands behind the #, goes into its field, and is cleared from the address at once.
const key = location.hash.slice(1);
const field = document.getElementById("key");

if (key) {
  history.replaceState(null, "", location.pathname + location.search);
  field.value = key;
}
// Nobody needs to read a key; it is shown where it is missing or wrong.
document.getElementById("key-field").hidden = Boolean(field.value) && field.getAttribute("aria-invalid") !== "true";
