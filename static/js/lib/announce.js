// What a screen reader hears. Own actions at once; what others do at most once in five seconds.
const PAUSE = 5000; // ms between two messages about others
let waiting = new Map(); // topic -> latest sentence, so that a burst is one message
let lastAt = -PAUSE;
let timer = 0;

export function say(sentence) {
  write("polite", sentence);
}

export function sayError(sentence) {
  write("assertive", sentence);
}

export function sayOfOthers(topic, sentence) {
  waiting.set(topic, sentence);
  if (timer) return;
  timer = setTimeout(flush, Math.max(1000, lastAt + PAUSE - performance.now()));
}

function flush() {
  timer = 0;
  lastAt = performance.now();
  write("polite", [...waiting.values()].join(" "));
  waiting = new Map();
}

// The regions are made once and stay: a region that is inserted with its text is often not read.
export function makeRegions() {
  for (const manner of ["polite", "assertive"]) {
    if (document.getElementById(`say-${manner}`)) continue;
    const region = document.createElement("div");
    region.id = `say-${manner}`;
    region.className = "visually-hidden";
    region.setAttribute("aria-live", manner);
    document.body.append(region);
  }
}

function write(manner, sentence) {
  const region = document.getElementById(`say-${manner}`);
  if (!region) return;
  // The same sentence twice is two messages only if the text differs.
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
