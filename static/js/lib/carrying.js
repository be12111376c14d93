// What a new cycle is made of: this cycle's steps once more, and the clusters and notes it could carry on.

const REPEATED = ["open", "integrate", "close"];

export function stepsAgain(steps, step) {
  return steps.filter(({ cycle, phase }) => cycle === step.cycle && REPEATED.includes(phase));
}

// The clusters of the cycle, and what all may read and stands in none of them.
export function carriable(scene, steps) {
  const here = new Set(steps.map(({ id }) => id));
  const clusters = scene.all("cluster").filter(({ step }) => here.has(step)).sort((a, b) => a.place - b.place);
  const piles = new Set(clusters.map(({ id }) => id));
  const notes = scene.all("note").filter(({ step, readers }) => here.has(step) && readers === "all");
  const alone = notes.filter(({ cluster }) => !piles.has(cluster)).sort((a, b) => a.place - b.place);
  const sizes = new Map(clusters.map(({ id }) => [id, notes.filter(({ cluster }) => cluster === id).length]));
  return { clusters, alone, sizes };
}

// What the cycle's last closed vote put above its cut.
export function onTop(scene, steps) {
  const here = new Set(steps.map(({ id }) => id));
  const round = scene.all("round").filter(({ step, state }) => here.has(step) && state === "closed").at(-1);
  return (round?.results ?? []).filter(({ above_cut: above }) => above).map(({ item }) => item);
}
