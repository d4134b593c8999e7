import type { CalendarDate } from "../contract/money";
import { dayNumberOf, fromDayNumber } from "./calendar";
import type { Candidate, Rhythm } from "./recurring-fit";
import { byDay, searchSeries } from "./recurring-search";
import type { SeriesFacts } from "./recurring-series";
import { stemOf } from "./recurring-stem";
import type { Flow } from "./transaction";

/** A row as the detector needs it. */
export type RecurringRow = {
  id: string;
  accountId: string;
  date: CalendarDate;
  amountMinor: number;
  currency: string;
  merchant: string;
  description: string;
  category: string;
  flow: Flow;
  pending: boolean;
};

/** As found in the rows; the average is of the last twelve. */
export type DetectedSeries = SeriesFacts & {
  accountId: string;
  /** Oldest first. */
  transactionIds: string[];
};

type Group = {
  accountId: string;
  currency: string;
  stem: string;
  direction: "in" | "out";
  rows: Candidate[];
};

/** Rows by payee, in the least that is needed of them: they may be many. */
export type Candidates = {
  groups: Map<string, Group>;
  /** Texts repeat from row to row: each is kept once. */
  texts: Map<string, string>;
};

const MAX_TEXTS = 20_000;

export const startCandidates = (): Candidates => ({ groups: new Map(), texts: new Map() });

/**
 * Takes rows in, in any order and any number of parts. Only posted spending and income can be a series; a refund, and
 * income that is taken back, is not one of its occurrences. Transfers and card payments are none of spending or income.
 */
export function collectCandidates(candidates: Candidates, rows: readonly RecurringRow[]): void {
  const { texts } = candidates;
  // Where each row has a text of its own, keeping them all would be keeping the rows.
  if (texts.size > MAX_TEXTS) texts.clear();
  const once = (text: string) => {
    const known = texts.get(text) ?? text;
    texts.set(text, known);
    return known;
  };
  const stem = (text: string) => once(stemOf(text));
  for (const row of rows) {
    const direction = directionOf(row);
    if (direction === null) continue;
    const { accountId, currency, merchant } = row;
    const payee = stem(merchant);
    const key = `${accountId} ${currency} ${direction} ${payee}`;
    const group = candidates.groups.get(key) ?? { accountId, currency, direction, stem: payee, rows: [] };
    candidates.groups.set(key, group);
    group.rows.push({
      id: row.id,
      day: dayNumberOf(row.date),
      amountMinor: row.amountMinor,
      merchant: once(merchant),
      text: stem(row.description),
      category: once(row.category),
    });
  }
}

function directionOf({ flow, amountMinor, pending }: RecurringRow): "in" | "out" | null {
  if (pending) return null;
  if (flow === "income" && amountMinor > 0) return "in";
  return flow === "spending" && amountMinor < 0 ? "out" : null;
}

/**
 * The series among the rows that were taken in, one payee at a time: with many rows it takes long, and whoever asks can
 * let others work in between.
 * @param asOf the last day of which the rows tell: what should have come by then and did not has ended
 */
export function* detectIn({ groups }: Candidates, asOf: CalendarDate): Generator<DetectedSeries[]> {
  const today = dayNumberOf(asOf);
  for (const group of groups.values()) {
    const found = searchSeries(group.rows.sort(byDay));
    yield withKeys(group, found).map(({ key, rhythm }) => toSeries(group, key, rhythm, today));
  }
}

/** All in one step, for rows that are at hand; ordered by account and key. */
export function detectRecurring(rows: readonly RecurringRow[], asOf: CalendarDate): DetectedSeries[] {
  const candidates = startCandidates();
  collectCandidates(candidates, rows);
  return [...detectIn(candidates, asOf)]
    .flat()
    .sort((a, b) => (`${a.accountId} ${a.key}` < `${b.accountId} ${b.key}` ? -1 : 1));
}

/** The first series of a payee has the payee's key; later ones add when they began, which new rows do not change. */
function withKeys(
  { direction, currency, stem }: Group,
  rhythms: readonly Rhythm[],
): { key: string; rhythm: Rhythm }[] {
  const payee = `${direction} ${currency} ${stem}`;
  const start = ({ rows: [first] }: Rhythm) => ({
    day: first?.day ?? 0,
    size: Math.abs(first?.amountMinor ?? 0),
  });
  return rhythms
    .toSorted((a, b) => start(a).day - start(b).day || start(b).size - start(a).size)
    .map((rhythm, index) => {
      const { day, size } = start(rhythm);
      return { rhythm, key: index === 0 ? payee : `${payee} ${fromDayNumber(day)} ${size}` };
    });
}

const AVERAGE_OF = 12;

function toSeries(
  { accountId, currency }: Group,
  key: string,
  rhythm: Rhythm,
  today: number,
): DetectedSeries {
  const { rows, grid, nextDay } = rhythm;
  const first = rows[0] ?? EMPTY;
  const last = rows.at(-1) ?? EMPTY;
  const recent = rows.slice(-AVERAGE_OF).map(({ amountMinor }) => amountMinor);
  const hasEnded = today > nextDay + grid.grace;
  return {
    accountId,
    key,
    name: last.merchant,
    category: last.category,
    cadence: grid.cadence,
    status: hasEnded ? "ended" : rows.length < LEAST_SURE ? "early" : "active",
    averageMinor: Math.round(recent.reduce((sum, amount) => sum + amount, 0) / recent.length),
    lastMinor: last.amountMinor,
    isVariable: rhythm.isVariable,
    currency,
    firstDate: fromDayNumber(first.day),
    lastDate: fromDayNumber(last.day),
    nextDate: hasEnded ? null : fromDayNumber(nextDay),
    transactionIds: rows.map(({ id }) => id),
  };
}

const LEAST_SURE = 3;
const EMPTY: Candidate = { id: "", day: 0, amountMinor: 0, merchant: "", text: "", category: "" };
