// The scorings of a step, and this person's marks in one of them.

// The latest scoring that was opened in the step; records keep the order in which they came.
export function scoringOf(scene, step) {
  const found = scene.all("scoring").filter((scoring) => scoring.step === step.id);
  return found.find(({ state }) => state === "open") ?? found.at(-1);
}

export function cardOf(scene, scoring, me) {
  return scene.all("card").find((card) => card.scoring === scoring.id && card.participant === me);
}

// The mark on one item and scale, or null. What waits in the outbox counts at once.
export function markOn(scene, scoring, item, scale) {
  const wish = scene.get("wish", `${scoring}/${item}/${scale}`);
  if (wish) return wish.value;
  return scene.all("score").find((score) => score.scoring === scoring && score.item === item && score.scale === scale)?.value ?? null;
}

export function marksOf({ low, high }) {
  return Array.from({ length: high - low + 1 }, (x, n) => low + n);
}
