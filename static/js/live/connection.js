// One socket at a time. Each has a number: what an older one says late is not heard.
import { io } from "../../vendor/socket.io.js";
import { signal } from "../lib/html.js";
import { setServerTime } from "../lib/clock.js";
import { whenStill } from "./hold.js";

const PING = 2000; // ms for an answer when the page comes back
const ANSWER = 12000; // ms for the answer to a command or a join
const BACKOFF = [300, 700, 1500, 3000, 5000]; // ms, each spread by half

export class Connection {
  status = signal("connecting"); // connecting, live, lost, refused
  refusal = signal(null); // the code of a refusal that trying again will not mend
  presence = signal({});
  #options;
  #socket = null;
  #number = 0;
  #failures = 0;
  #timer = 0;
  #joins = 0; // on their way

  // options: {workshop, as, token, language, frames, joined(answer), lost()}; without a token the cookie speaks
  constructor(options) {
    this.#options = options;
  }

  open() {
    const number = ++this.#number;
    clearTimeout(this.#timer);
    this.#socket?.disconnect();
    const { workshop, as, token, language } = this.#options;
    this.#joins = 0;
    const socket = io({
      path: "/socket.io/", query: { w: workshop }, auth: { as, token, language },
      transports: ["polling", "websocket"], forceNew: true, reconnection: false,
    });
    this.#socket = socket;
    const hear = (name, work) => socket.on(name, (said) => number === this.#number && work(said));
    hear("connect", () => this.#join());
    hear("changes", (frame) => whenStill(() => number === this.#number && this.#take(frame)));
    hear("presence", (presence) => (this.presence.value = presence));
    hear("ended", (said) => this.#refuse(said));
    hear("disconnect", () => this.status.peek() !== "refused" && this.#again());
    hear("connect_error", (error) => this.#failed(error));
  }

  // The answer to a command, or a failure when it will not come.
  async transmit({ log, op, kind, fields }) {
    const number = this.#number;
    try {
      const answer = await this.#ask("command", { log, op, kind, ...fields }, ANSWER);
      return await new Promise((done) => whenStill(() => done(answer)));
    } catch (error) {
      if (number === this.#number && this.#socket.connected) this.#again(true);
      throw error;
    }
  }

  // Back from sleep: two seconds for an answer, or a new connection without waiting.
  check() {
    if (this.status.peek() === "refused") return;
    if (this.status.peek() === "live") this.#join(PING);
    else this.open();
  }

  watchPage() {
    const back = () => document.visibilityState === "visible" && this.check();
    document.addEventListener("visibilitychange", back);
    addEventListener("pageshow", (event) => event.persisted && back());
    addEventListener("online", back);
  }

  #ask(name, message, patience) {
    return this.#socket.timeout(patience).emitWithAck(name, message);
  }

  async #join(patience = ANSWER) {
    const number = this.#number;
    const { frames, workshop } = this.#options;
    const sentAt = Date.now();
    const after = frames.after === undefined ? {} : { after: { [workshop]: frames.after } };
    this.#joins++;
    whenStill(() => frames.joining());
    try {
      const answer = await this.#ask("join", after, patience);
      if (answer.ok) setServerTime(answer.server_now, sentAt); // now, not when a finger lifts
      whenStill(() => number === this.#number && this.#joined(answer));
    } catch {
      if (number === this.#number) this.#again(true);
    }
  }

  #joined(answer) {
    this.#joins--;
    if (!answer.ok) return this.#notJoined(answer.error);
    this.#failures = 0;
    this.#options.frames.joined();
    this.status.value = "live";
    this.#options.joined(answer);
  }

  #notJoined(error) {
    const number = this.#number;
    if (!error.retry && !error.retry_after) return this.#refuse(error);
    const wait = 1000 * (error.retry_after ?? 1);
    return void setTimeout(() => number === this.#number && this.#join(), wait);
  }

  // One join answers every gap before it.
  #take(frame) {
    if (this.#options.frames.take(frame) === "gap" && !this.#joins) this.#join();
  }

  #failed(error) {
    const code = error.data?.code ?? error.data?.error?.code;
    if (code && !error.data.retry) return this.#refuse(error.data.error ?? error.data);
    this.#again();
  }

  #refuse({ code }) {
    this.refusal.value = code;
    this.status.value = "refused";
    this.#options.lost();
  }

  #again(atOnce = false) {
    this.#options.lost();
    if (this.status.peek() === "live") this.status.value = "lost";
    const wait = BACKOFF[Math.min(this.#failures++, BACKOFF.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), atOnce ? 0 : wait * (0.5 + Math.random()));
  }
}
