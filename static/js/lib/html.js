// The one door to the drawing library: everything else imports it from here.
import { Component, Fragment, h, render } from "../../vendor/preact.js";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../../vendor/hooks.js";
import { batch, computed, effect, signal, untracked } from "../../vendor/signals.js";
import htm from "../../vendor/htm.js";

export const html = htm.bind(h);

export {
  Component, Fragment, batch, computed, effect, h, render, signal, untracked,
  useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState,
};
