import { ENOUGH, evidenceOf, isBill, isHabit, isVariable } from "./recurring-evidence";
import { type Day, GRIDS, type Grid, placeOn } from "./recurring-grid";

/** A payment that may belong to a series. All rows of one search go the same way (in or out) in one currency. */
export type Candidate = {
  id: string;
  day: Day;
  amountMinor: number;
  merchant: string;
  /** See ./recurring-stem.ts. */
  text: string;
  category: string;
};

/** Rows that keep a rhythm, oldest first, one per occurrence. */
export type Rhythm = {
  rows: readonly Candidate[];
  grid: Grid;
  /** When the next one is due. */
  nextDay: Day;
  isVariable: boolean;
  evidence: number;
};

/** At least so many of the rows must keep the rhythm. */
const PURITY = 0.8;
/** At most so many of the occurrences may be missing. */
const MISSING = 0.25;
/** More beginnings of a rhythm than these are not tried. */
const MAX_ANCHORS = 24;
/** Payments that are no bills may differ by this factor. */
const MAX_SPREAD = 2;

/**
 * The rhythm that these rows keep, if chance does not explain it: nearly all of them must be on it, and it must have
 * nearly no holes. Several rows of one day are one occurrence.
 * @param tried among how many selections of rows this is one: whoever looks at many finds something by chance
 */
export function findRhythm(rows: readonly Candidate[], tried = 1): Rhythm | undefined {
  const days = onePerDay(rows);
  const enough = ENOUGH + Math.log(tried);
  return GRIDS.flatMap((grid) => keeps(grid, days) ?? [])
    .filter(({ evidence }) => evidence >= enough)
    .sort((a, b) => b.rows.length - a.rows.length || b.evidence - a.evidence)[0];
}

/** Of several rows of a day the one whose amount is the most usual. */
function onePerDay(rows: readonly Candidate[]): Candidate[] {
  const sizes = rows.map(({ amountMinor }) => Math.abs(amountMinor)).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const distance = ({ amountMinor }: Candidate) => Math.abs(Math.abs(amountMinor) - usual);
  const byDay = new Map<Day, Candidate>();
  for (const row of rows) {
    const other = byDay.get(row.day);
    if (!other || distance(row) < distance(other)) byDay.set(row.day, row);
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

function keeps(grid: Grid, days: readonly Candidate[]): Rhythm | undefined {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last || days.length < grid.least) return;
  const possible = (last.day - first.day + 2 * grid.tolerance) / grid.period + 1;
  if (days.length * PURITY > possible || days.length < possible * (1 - MISSING) - 1) return;
  const step = Math.ceil(days.length / MAX_ANCHORS);
  let best: Placement | undefined;
  for (let at = days.length - 1; at >= 0; at -= step) {
    const placed = place(grid, days[at]?.day ?? last.day, days);
    if (placed && (!best || isBetter(placed, best))) best = placed;
  }
  return best && judged(grid, best, days);
}

type Placement = { anchor: Day; byIndex: Map<number, { row: Candidate; offset: number }>; offsets: number };

const isBetter = (a: Placement, b: Placement): boolean =>
  a.byIndex.size > b.byIndex.size || (a.byIndex.size === b.byIndex.size && a.offsets < b.offsets);

/** @returns nothing once too many rows are off the rhythm */
function place(grid: Grid, anchor: Day, days: readonly Candidate[]): Placement | undefined {
  const byIndex: Placement["byIndex"] = new Map();
  const allowed = days.length * (1 - PURITY);
  let strays = 0;
  const dayAt = grid.from(anchor);
  for (const row of days) {
    const { index, offset } = placeOn(grid, { anchor, dayAt, day: row.day });
    const other = byIndex.get(index);
    const isOn = Math.abs(offset) <= grid.tolerance;
    if (!isOn || other) strays += 1;
    if (strays > allowed) return;
    if (isOn && (!other || Math.abs(offset) < Math.abs(other.offset))) byIndex.set(index, { row, offset });
  }
  let offsets = 0;
  for (const { offset } of byIndex.values()) offsets += Math.abs(offset);
  return { anchor, byIndex, offsets };
}

function judged(grid: Grid, { anchor, byIndex }: Placement, days: readonly Candidate[]): Rhythm | undefined {
  const indices = [...byIndex.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [indices[0], indices.at(-1)];
  const placed = indices.flatMap((index) => byIndex.get(index) ?? []);
  const missed = last - first + 1 - placed.length;
  const strays = days.length - placed.length;
  if (placed.length < grid.least) return;
  if (missed > (last - first + 1) * MISSING) return;
  const rows = placed.map(({ row }) => row);
  const maxOffset = Math.max(...placed.map(({ offset }) => Math.abs(offset)));
  return accepted(grid, rows, { maxOffset, missed, strays, nextDay: grid.from(anchor)(last + 1) });
}

type Judgement = { maxOffset: number; missed: number; strays: number; nextDay: Day };

function accepted(grid: Grid, rows: readonly Candidate[], of: Judgement): Rhythm | undefined {
  const amounts = rows.map(({ amountMinor }) => amountMinor);
  const latest = rows.at(-1);
  if (!latest) return;
  const varies = isVariable(amounts);
  const sizes = amounts.map(Math.abs);
  const spread = Math.max(...sizes) / Math.max(1, Math.min(...sizes));
  if (!isBill(latest) && ((varies && isHabit(latest)) || spread > MAX_SPREAD)) return;
  const evidence = evidenceOf(grid, { kind: latest, amounts, ...of });
  return { rows, grid, nextDay: of.nextDay, isVariable: varies, evidence };
}

const LEAST_IRREGULAR = 4;
const IRREGULAR_GAPS = { min: 20, max: 130, variation: 0.35 };

/** Bills that come back without a rhythm of the calendar: about so many days apart, most of the time. */
export function findIrregular(rows: readonly Candidate[]): Rhythm | undefined {
  const days = onePerDay(rows);
  const last = days.at(-1);
  if (!last || days.length < LEAST_IRREGULAR || !isBill(last)) return;
  const gaps = days.slice(1).map((row, index) => row.day - (days[index]?.day ?? row.day));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  if (mean < IRREGULAR_GAPS.min || mean > IRREGULAR_GAPS.max) return;
  if (deviation > mean * IRREGULAR_GAPS.variation) return;
  const period = Math.round(mean);
  const grid: Grid = {
    cadence: "irregular",
    period,
    tolerance: period,
    grace: period,
    least: LEAST_IRREGULAR,
    from: (anchor) => (index) => anchor + index * period,
  };
  const amounts = days.map(({ amountMinor }) => amountMinor);
  return { rows: days, grid, nextDay: last.day + period, isVariable: isVariable(amounts), evidence: 0 };
}
