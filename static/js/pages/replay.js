// A page to look back on how a workshop grew, for who may: it is no board, and follows nothing.
import { html, render } from "../lib/html.js";
import { makeRegions } from "../lib/announce.js";
import { loadWords } from "../lib/words.js";
import { Replay } from "../views/replay.js";

const HOMES = { facilitator: "console", board: "board", participant: "results", reader: "results" };

let opened = null;
export const currentRoom = () => opened;

async function begin() {
  const { workshop, role, language, static: base } = document.body.dataset;
  await loadWords(language, base);
  makeRegions();
  opened = { workshop, cookie: role, language, base, leave: `/w/${workshop}/${HOMES[role]}?as=${role}` };
  const root = document.getElementById("app");
  root.replaceChildren();
  render(html`<${Replay} room=${opened} />`, root);
}

begin();
