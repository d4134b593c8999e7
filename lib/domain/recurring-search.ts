import { groupBy } from "./group-by";
import { type Candidate, findIrregular, findRhythm, type Rhythm } from "./recurring-fit";

/** Payments of one payee further apart than this factor are different things that are paid for. */
const OTHER_PRICE = 1.3;
/** A pause of so many times the usual gap ends a series; what comes after is another one. */
const LONG_PAUSE = 3.5;
const MAX_DEPTH = 3;
/** Variable amounts explain a little less than fixed ones: two fixed series beat one that takes turns. */
const VARIABLE_WORTH = 0.9;
/** So many rows at most are tried one by one as part of a series. */
const MAX_TRIED = 40;

/**
 * The series among the payments of one account to one payee (or from one). What the bank wrote tells them apart first;
 * then what is left is looked at together, since banks change their texts.
 */
export function searchSeries(rows: readonly Candidate[]): Rhythm[] {
  const byText = groupBy(rows, ({ text }) => text);
  const found = [...byText.values()].flatMap((part) => search(part, MAX_DEPTH, byText.size));
  if (byText.size > 1) found.push(...search(without(rows, found), MAX_DEPTH));
  if (found.length === 0) {
    const irregular = findIrregular(rows);
    return irregular ? [irregular] : [];
  }
  const merged = mergeFollowing(found);
  const series: Rhythm[] = [];
  for (const [index, rhythm] of merged.entries()) {
    series.push(extended(rhythm, without(rows, [...series, ...merged.slice(index)])));
  }
  return series;
}

/** The explanation that covers most rows: all of them as one, by amount, by exact price, or before and after a pause. */
function search(rows: readonly Candidate[], depth: number, tried = 1): Rhythm[] {
  if (rows.length < 2) return [];
  const whole = findRhythm(rows, tried);
  const explanations = [whole ? [whole] : [], byPrice(rows, tried)];
  if (depth > 0) {
    explanations.push(byParts(clusters(rows), depth, tried));
    if (!whole) explanations.push(byParts(aroundPause(rows), depth, tried));
  }
  let best: Rhythm[] = [];
  for (const one of explanations) if (worth(one) > worth(best)) best = one;
  return best;
}

const worth = (rhythms: readonly Rhythm[]): number =>
  rhythms.reduce((sum, { rows, isVariable }) => sum + rows.length * (isVariable ? VARIABLE_WORTH : 1), 0);

const byParts = (parts: readonly Candidate[][], depth: number, tried: number): Rhythm[] =>
  parts.length < 2 ? [] : parts.flatMap((part) => search(part, depth - 1, tried * parts.length));

const byPrice = (rows: readonly Candidate[], tried: number): Rhythm[] => {
  const prices = groupBy(rows, ({ amountMinor }) => String(amountMinor));
  return prices.size < 2
    ? []
    : [...prices.values()].flatMap((part) => findRhythm(part, tried * prices.size) ?? []);
};

/** Rows of about the same size together. */
function clusters(rows: readonly Candidate[]): Candidate[][] {
  const parts: Candidate[][] = [];
  let before = Number.POSITIVE_INFINITY;
  for (const row of rows.toSorted((a, b) => Math.abs(a.amountMinor) - Math.abs(b.amountMinor))) {
    const size = Math.abs(row.amountMinor);
    const part = parts.at(-1);
    if (part && size <= before * OTHER_PRICE) part.push(row);
    else parts.push([row]);
    before = size;
  }
  return parts.map((part) => part.sort(byDay));
}

function aroundPause(rows: readonly Candidate[]): Candidate[][] {
  const gaps = rows.slice(1).map((row, index) => row.day - (rows[index]?.day ?? row.day));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const longest = Math.max(...gaps);
  if (longest < LONG_PAUSE * Math.max(1, usual)) return [];
  const cut = gaps.indexOf(longest) + 1;
  return [rows.slice(0, cut), rows.slice(cut)];
}

/** A series that another takes up at its next turns, in the same rhythm, is one series whose price or text has changed. */
function mergeFollowing(rhythms: readonly Rhythm[]): Rhythm[] {
  const merged: Rhythm[] = [];
  for (const rhythm of rhythms.toSorted((a, b) => (a.rows[0]?.day ?? 0) - (b.rows[0]?.day ?? 0))) {
    const at = merged.findIndex((earlier) => joined(earlier, rhythm) !== undefined);
    const earlier = merged[at];
    const whole = earlier && joined(earlier, rhythm);
    if (whole) merged[at] = whole;
    else merged.push(rhythm);
  }
  return merged;
}

function joined(earlier: Rhythm, later: Rhythm): Rhythm | undefined {
  const [end = 0, start = 0] = [earlier.rows.at(-1)?.day, later.rows[0]?.day];
  if (earlier.grid.cadence !== later.grid.cadence || start <= end) return;
  if (start - end > 2 * earlier.grid.period + earlier.grid.tolerance) return;
  const rows = [...earlier.rows, ...later.rows];
  const whole = findRhythm(rows);
  return whole && whole.rows.length === rows.length && whole.grid.cadence === earlier.grid.cadence
    ? whole
    : undefined;
}

/** With the single rows around it that keep its rhythm: the first one at a new price or under a new text. */
function extended(rhythm: Rhythm, rest: readonly Candidate[]): Rhythm {
  let whole = rhythm;
  const near = rest.filter((row) => isNear(rhythm, row));
  if (near.length > MAX_TRIED) return rhythm;
  for (const row of near) {
    const rows = [...whole.rows, row].sort(byDay);
    const longer = findRhythm(rows);
    const isBetter = longer && longer.rows.length === rows.length && longer.evidence > whole.evidence;
    if (
      isBetter &&
      longer.grid.cadence === rhythm.grid.cadence &&
      (rhythm.isVariable || !longer.isVariable)
    ) {
      whole = longer;
    }
  }
  return whole;
}

function isNear({ rows, grid }: Rhythm, row: Candidate): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return false;
  const reach = 2 * grid.period + grid.tolerance;
  const ratio = Math.abs(row.amountMinor / (row.day < first.day ? first : last).amountMinor);
  return row.day >= first.day - reach && row.day <= last.day + reach && ratio > 0.5 && ratio < 2;
}

function without(rows: readonly Candidate[], rhythms: readonly Rhythm[]): Candidate[] {
  const taken = new Set(rhythms.flatMap((rhythm) => rhythm.rows.map(({ id }) => id)));
  return rows.filter(({ id }) => !taken.has(id));
}

/** Ids make the order, and so the outcome, the same whatever order the rows came in. */
export const byDay = (a: Candidate, b: Candidate): number => a.day - b.day || (a.id < b.id ? -1 : 1);
