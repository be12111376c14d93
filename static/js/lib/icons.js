// Icons, phase signs and the logo: drawings in one file, used by name and coloured by the text.
import { html } from "./html.js";

const drawing = (name) => `${document.body.dataset.static}built/icons.svg#${name}`;

export const Icon = ({ name }) =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href=${drawing(name)} /></svg>`;

export const Logo = () =>
  html`<svg class="logo" aria-hidden="true" focusable="false"><use href=${drawing("logo")} /></svg>`;

export const Sign = ({ phase }) =>
  html`<svg class="sign" data-phase=${phase} aria-hidden="true" focusable="false"><use href=${drawing(`sign-${phase}`)} /></svg>`;
