// The one door to the drawing library: everything else imports it from here.
import { Fragment, h, render } from "../../vendor/preact.js";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "../../vendor/hooks.js";
import { batch, computed, effect, signal, untracked } from "../../vendor/signals.js";
import htm from "../../vendor/htm.js";

export const html = htm.bind(h);

export {
  Fragment, batch, computed, effect, h, render, signal, untracked,
  useEffect, useLayoutEffect, useMemo, useRef, useState,
};
