// A workshop's time line, as the server tells it: what the board had at any second, and how fast it is played.
const WHOLE = 60000; // ms in which all of it is played at most
const FASTER = 4; // and at least so many times as fast as it was
const QUIET = 15; // no silence takes more than one part in so many of the whole

// What the board had: "kind id" -> record, after all moments up to a second. Going on is cheap, going back begins anew.
export class Past {
  #moments;
  #held = new Map();
  #taken = 0; // moments

  constructor({ moments }) {
    this.#moments = moments;
  }

  at(second) {
    const until = this.#moments.findLastIndex(({ at }) => at <= second) + 1;
    if (until < this.#taken) {
      this.#held = new Map();
      this.#taken = 0;
    }
    for (; this.#taken < until; this.#taken++) this.#take(this.#moments[this.#taken]);
    return new Map(this.#held);
  }

  #take({ changes }) {
    for (const change of changes) {
      const key = `${change.kind} ${change.id}`;
      if (change.gone) this.#held.delete(key);
      else this.#held.set(key, { ...this.#held.get(key), ...change });
    }
  }
}

// What a store must be told so that it holds `after` in place of `before`.
export function difference(before, after) {
  const put = [...after].filter(([key, record]) => before.get(key) !== record).map(([, record]) => record);
  const drop = [...before].filter(([key]) => !after.has(key)).map(([, { kind, id }]) => [kind, id]);
  return { put, drop };
}

// The seconds at which something changed, each once, in order.
export function stops({ moments }) {
  return [...new Set(moments.map(({ at }) => at))];
}

// The next of some seconds from here, forward (1) or back (-1); the end of the line where there is none.
export function neighbour(seconds, at, way, end) {
  return way > 0 ? (seconds.find((each) => each > at) ?? end) : (seconds.findLast((each) => each < at) ?? 0);
}

// The visit to a step that a second lies in.
export function visitAt({ visits }, second) {
  return visits.findLast(({ at }) => at <= second) ?? visits[0];
}

// The film's own clock: [ms, second] where each stretch begins. Silences are cut short, so that all see something come.
export function filmOf(line) {
  const marks = [...new Set([0, ...stops(line), line.seconds])];
  const whole = Math.min(WHOLE, (line.seconds * 1000) / FASTER);
  const film = [[0, 0]];
  for (let n = 1; n < marks.length; n++) {
    const wait = ((marks[n] - marks[n - 1]) / line.seconds) * whole;
    film.push([film[n - 1][0] + Math.min(wait, whole / QUIET), marks[n]]);
  }
  return film;
}

export const secondAt = (film, ms) => between(film, ms, 0, 1);
export const msAt = (film, second) => between(film, second, 1, 0);

function between(film, value, from, to) {
  const n = Math.max(1, film.findIndex((mark) => mark[from] >= value));
  const [before, after] = value >= film.at(-1)[from] ? [film.at(-1), film.at(-1)] : [film[n - 1], film[n]];
  const part = after[from] === before[from] ? 1 : (value - before[from]) / (after[from] - before[from]);
  return before[to] + Math.max(0, part) * (after[to] - before[to]);
}
