// The story of each cluster: they stand in the spotlight one after the other, in the order of the wall.
export function storyOf(scene, groups) {
  const told = groups.filter(({ id, notes }) => id && notes.length);
  const lit = scene.one("spotlight");
  const at = lit?.of === "cluster" ? told.findIndex(({ id }) => id === lit.item) : -1;
  const later = [...told.slice(at + 1), ...told.slice(0, at + 1)];
  return {
    all: told.length,
    n: told.filter((cluster, n) => cluster.told || n === at).length,
    now: told[at],
    next: later.find((cluster) => !cluster.told && cluster !== told[at]),
  };
}
