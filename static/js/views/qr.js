// The address to join as a QR code. Its picture belongs to one code: another code is another picture.
import { html } from "../lib/html.js";
import { _ } from "../lib/words.js";

export function Qr({ room, size }) {
  const { code } = room.scene.one("workshop");
  return html`<img class="qr" key=${code} src="/w/${room.workshop}/qr.svg?${code}" alt=${_("QR code with the address to join")} width=${size} height=${size} />`;
}
