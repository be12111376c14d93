// Plays a time line into a store of its own, which the board's views draw from: by itself, or as a hand moves it.
import { signal } from "../lib/html.js";
import { difference, filmOf, msAt, neighbour, Past, secondAt, stops, visitAt } from "../lib/replay.js";
import { Scene } from "./scene.js";
import { Store } from "./store.js";

const A_STEP = 4000; // ms that a step stands where nothing may move by itself
const reduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Player {
  at = signal(0); // seconds into the work
  playing = signal(false);
  store = new Store();
  #line;
  #past;
  #film;
  #stops;
  #starts;
  #held = new Map();
  #stop = () => {}; // calls the next turn off

  constructor(line) {
    this.#line = line;
    this.#past = new Past(line);
    this.#film = filmOf(line);
    this.#stops = stops(line);
    this.#starts = [...new Set(line.visits.map(({ at }) => at))];
    this.#show(0);
  }

  to(second) {
    this.pause();
    this.#show(second);
  }

  move(way) {
    this.to(neighbour(this.#stops, this.at.peek(), way, this.#line.seconds));
  }

  step(way) {
    this.to(neighbour(this.#starts, this.at.peek(), way, this.#line.seconds));
  }

  visit() {
    return visitAt(this.#line, this.at.value);
  }

  toggle() {
    if (this.playing.peek()) this.pause();
    else this.play();
  }

  // At the end it begins anew.
  play() {
    if (this.at.peek() >= this.#line.seconds) this.#show(0);
    this.playing.value = true;
    if (reduced()) this.#leap();
    else this.#run(performance.now(), msAt(this.#film, this.at.peek()));
  }

  pause() {
    this.playing.value = false;
    this.#stop();
  }

  #run(since, from) {
    const frame = requestAnimationFrame((now) => {
      this.#show(secondAt(this.#film, from + now - since));
      if (this.#goesOn()) this.#run(since, from);
    });
    this.#stop = () => cancelAnimationFrame(frame);
  }

  #leap() {
    const wait = setTimeout(() => {
      this.#show(neighbour(this.#starts, this.at.peek(), 1, this.#line.seconds));
      if (this.#goesOn()) this.#leap();
    }, A_STEP);
    this.#stop = () => clearTimeout(wait);
  }

  #goesOn() {
    if (this.at.peek() >= this.#line.seconds) this.playing.value = false;
    return this.playing.peek();
  }

  #show(second) {
    const before = this.#held;
    this.#held = this.#past.at(second);
    this.store.apply(difference(before, this.#held));
    this.at.value = second;
  }
}

// The room as it was: only to be looked at. `real` is the room or the page that looks back.
export function pastRoom(player, { workshop, language, base, status = signal("live") }) {
  const nothing = signal([]);
  return {
    workshop, language, base, status, as: "board", cookie: "board", footless: true,
    scene: new Scene(player.store, nothing, () => ({ log: workshop, me: "", skew: 0 })),
    you: signal({}), presence: signal({}), entries: nothing, late: nothing, refusals: nothing, answering: signal([]),
    send: () => "",
  };
}
