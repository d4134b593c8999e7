/**
 * Keeps what was made lately, by key: the least recently asked for go first when together they weigh too much. The one
 * asked for last is always kept.
 */
export function recent<Value>(most: number, weigh: (value: Value) => number) {
  const kept = new Map<string, Value>();
  let weight = 0;
  return (key: string, make: () => Value): Value => {
    const known = kept.get(key);
    const value = known ?? make();
    if (known === undefined) weight += weigh(value);
    kept.delete(key);
    kept.set(key, value);
    for (const [oldest, dropped] of kept) {
      if (weight <= most || oldest === key) break;
      kept.delete(oldest);
      weight -= weigh(dropped);
    }
    return value;
  };
}
