type NonEmpty = readonly [unknown, ...unknown[]];

/**
 * Chance that can be repeated. Every habit of every month draws from its own stream, named by its key, so a new habit
 * or another window of time never shifts the draws of the rest. That is why this is a keyed hash feeding mulberry32
 * (ten lines) and not a library: libraries give one sequence, and the quality needed here is "looks like a life".
 */
export type Random = {
  /** 0 <= x < 1 */
  unit(): number;
  /** Both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Values extends NonEmpty>(values: Values): Values[number];
  /** Like `pick`, the first values more often: people have favourites. */
  favour<Values extends NonEmpty>(values: Values): Values[number];
  /** A count around a mean, never negative. */
  count(mean: number): number;
  /** An amount between two others, more often near the low end. */
  amount(lowCents: number, highCents: number): number;
};

/** FNV-1a, finished with murmur3's mixer so that near keys give far seeds. */
export function hash(key: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The stream that belongs to this key: same key, same draws. */
export function randomFor(...key: (string | number)[]): Random {
  const unit = mulberry32(hash(key.join("|")));
  const integer = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  const at = <Values extends NonEmpty>(values: Values, index: number): Values[number] =>
    values[index] ?? values[0];
  return {
    unit,
    integer,
    chance: (probability) => unit() < probability,
    pick: (values) => at(values, Math.floor(unit() * values.length)),
    favour: (values) => at(values, Math.floor(unit() ** 1.7 * values.length)),
    count: (mean) => Math.max(0, Math.round(mean + (unit() + unit() - 1) * Math.sqrt(mean) * 1.2)),
    amount: (low, high) => Math.round(low + (high - low) * unit() ** 1.6),
  };
}
