// What was refused and is offered back lies in one list on this device: a tab writes there only what it has changed itself.

// kept: the list as it lies there; before, now: this tab's own, of {entry: {op}, ...}.
export function withOwnChanges(kept, before, now) {
  const opOf = ({ entry }) => entry.op;
  const had = new Set(before.map(opOf));
  const own = new Map(now.map((each) => [opOf(each), each]));
  const left = kept.filter((each) => own.has(opOf(each)) || !had.has(opOf(each)));
  return [...left.map((each) => own.get(opOf(each)) ?? each), ...now.filter((each) => !had.has(opOf(each)))];
}
