import { addDays, addMonths, type CalendarDate, dayNumber, dayOfMonth, monthOf } from "./calendar";
import type { AccountKey, Category } from "./entry";
import type { Row } from "./rows-on";

type Frequency = "WEEKLY" | "BIWEEKLY" | "SEMI_MONTHLY" | "MONTHLY" | "ANNUALLY" | "UNKNOWN";

/** What comes back on one account, as Plaid's add-on would tell it. Amounts with Plaid's sign: positive is money out. */
export type RecurringStream = {
  key: string;
  account: AccountKey;
  direction: "inflow" | "outflow";
  description: string;
  merchant: string | null;
  category: Category | null;
  frequency: Frequency;
  status: "MATURE" | "EARLY_DETECTION" | "TOMBSTONED";
  /** Of the rows, the oldest first. */
  rows: readonly Row[];
  averageCents: number;
  lastCents: number;
  firstOn: CalendarDate;
  lastOn: CalendarDate;
  /** Null where it has ended or keeps no rhythm. */
  nextOn: CalendarDate | null;
};

/** What a household does again and again without a rhythm: shopping, friends, cash, travel, corrections of its savings. */
const IRREGULAR =
  /^(friends|cash|cheque|travel|sweep|tax-refund|market|small|card-fee|made):|:(refund|again|hold|fee)$/;

/** Shopping is numbered within its month (`groceries:2026-01:3`); only salaries are, too, and come back. */
const NUMBERED = /:\d{4}-\d{2}:\d+$/;

/**
 * What all movements of one kind have in common: `rent:2026-01` and `rent:2026-02` are of `rent`. Null: of nothing that
 * comes back.
 */
function kindOf({ entry }: Row): string | null {
  if (entry.account.startsWith("custom-")) return `${entry.name} ${Math.sign(entry.amountCents)}`;
  if (IRREGULAR.test(entry.key)) return null;
  if (NUMBERED.test(entry.key) && !entry.key.startsWith("salary:")) return null;
  return entry.key.replace(/:\d{4}-\d{2}(:\d+)?/, "");
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const RHYTHMS: readonly [Frequency, low: number, high: number][] = [
  ["WEEKLY", 6, 8],
  ["BIWEEKLY", 12, 14],
  ["SEMI_MONTHLY", 15, 16],
  ["MONTHLY", 26, 35],
  ["ANNUALLY", 350, 380],
];

const PERIOD_DAYS: Record<Frequency, number> = {
  WEEKLY: 7,
  BIWEEKLY: 14,
  SEMI_MONTHLY: 15,
  MONTHLY: 31,
  ANNUALLY: 366,
  UNKNOWN: 62,
};

function frequencyOf(rows: readonly Row[]): Frequency {
  const days = rows.map(({ entry }) => dayNumber(entry.postedOn));
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const gap = median(gaps);
  return RHYTHMS.find(([, low, high]) => gap >= low && gap <= high)?.[0] ?? "UNKNOWN";
}

function nextAfter(lastOn: CalendarDate, frequency: Frequency): CalendarDate | null {
  if (frequency === "UNKNOWN") return null;
  if (frequency === "MONTHLY" || frequency === "ANNUALLY") {
    const months = frequency === "MONTHLY" ? 1 : 12;
    return dayOfMonth(addMonths(monthOf(lastOn), months), Number(lastOn.slice(8)));
  }
  return addDays(lastOn, PERIOD_DAYS[frequency]);
}

/** Three times make it certain, for what comes once a year two. */
const enough = (frequency: Frequency) => (frequency === "ANNUALLY" ? 2 : 3);

/** Ended when two periods have passed without it. */
function statusOf(rows: readonly Row[], frequency: Frequency, lastOn: CalendarDate, day: CalendarDate) {
  if (dayNumber(day) - dayNumber(lastOn) > 2 * PERIOD_DAYS[frequency]) return "TOMBSTONED" as const;
  return rows.length >= enough(frequency) ? ("MATURE" as const) : ("EARLY_DETECTION" as const);
}

function toStream(key: string, rows: readonly [Row, ...Row[]], day: CalendarDate): RecurringStream | null {
  const [first] = rows;
  const last = rows.at(-1) ?? first;
  if (rows.length < 2) return null;
  const frequency = frequencyOf(rows);
  // What somebody described himself must keep a rhythm: the same text twice is not yet a habit.
  if (frequency === "UNKNOWN" && (rows.length < 3 || first.entry.account.startsWith("custom-"))) return null;
  const lastOn = last.entry.postedOn;
  const status = statusOf(rows, frequency, lastOn, day);
  return {
    key,
    account: first.entry.account,
    direction: first.amountCents < 0 ? "inflow" : "outflow",
    description: last.entry.name,
    merchant: last.entry.counterparty?.name ?? null,
    category: last.entry.category,
    frequency,
    status,
    rows,
    averageCents: Math.round(rows.reduce((sum, { amountCents }) => sum + amountCents, 0) / rows.length),
    lastCents: last.amountCents,
    firstOn: first.entry.postedOn,
    lastOn,
    nextOn: status === "TOMBSTONED" ? null : nextAfter(lastOn, frequency),
  };
}

/** The streams among these rows as of that day. Pending rows belong to none yet. */
export function recurringStreams(rows: readonly Row[], day: CalendarDate): RecurringStream[] {
  const kinds = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const kind = row.pending ? null : kindOf(row);
    if (kind === null) continue;
    const key = `${row.entry.account}|${kind}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [row]);
    else known.push(row);
  }
  return [...kinds].flatMap(([key, of]) => {
    of.sort((a, b) => (a.entry.postedOn < b.entry.postedOn ? -1 : 1));
    return toStream(key, of, day) ?? [];
  });
}
