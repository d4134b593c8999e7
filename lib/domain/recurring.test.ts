import { describe, expect, it } from "vitest";
import type { Cadence } from "../contract/recurring";
import { addDays, addMonths } from "./calendar";
import { detectRecurring, type RecurringRow } from "./recurring";

let nextId = 0;
const row = (date: string, amountMinor: number, more: Partial<RecurringRow> = {}): RecurringRow => {
  nextId += 1;
  return {
    id: `r${String(nextId).padStart(5, "0")}`,
    accountId: "checking",
    date,
    amountMinor,
    currency: "USD",
    merchant: "Streambox",
    description: "STREAMBOX.COM",
    category: "streaming_and_media",
    flow: amountMinor < 0 ? "spending" : "income",
    pending: false,
    ...more,
  };
};
const rowsOn = (dates: readonly string[], amountMinor = -1_549, more: Partial<RecurringRow> = {}) =>
  dates.map((date) => row(date, amountMinor, more));

const everyDays = (start: string, days: number, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(start, index * days));
const everyMonths = (start: string, months: number, count: number) =>
  Array.from({ length: count }, (_, index) => addMonths(start, index * months));

const UTILITY = { merchant: "City Water", description: "CITY WATER BILLPAY", category: "utilities" };
const GROCERY = { merchant: "Green Basket", description: "GREEN BASKET #12", category: "groceries" };

describe("what comes back", () => {
  const rhythms: {
    name: string;
    dates: string[];
    cadence: Cadence;
    next: string;
    more?: Partial<RecurringRow>;
  }[] = [
    { name: "every week", dates: everyDays("2026-09-04", 7, 12), cadence: "weekly", next: "2026-11-27" },
    {
      name: "every second week",
      dates: everyDays("2026-06-12", 14, 12),
      cadence: "fortnightly",
      next: "2026-11-27",
    },
    {
      name: "on the 1st and the 15th",
      dates: everyMonths("2026-06-01", 1, 6).flatMap((first) => [first, addDays(first, 14)]),
      cadence: "twice_monthly",
      next: "2026-12-01",
    },
    { name: "every month", dates: everyMonths("2026-09-10", 1, 3), cadence: "monthly", next: "2026-12-10" },
    {
      name: "on the last day of each month",
      dates: [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
        "2026-06-30",
        "2026-07-31",
      ].concat(["2026-08-31", "2026-09-30", "2026-10-31"]),
      cadence: "monthly",
      next: "2026-11-30",
    },
    {
      name: "on the 1st, or the next day that is no weekend",
      dates: [
        "2026-05-01",
        "2026-06-01",
        "2026-07-01",
        "2026-08-03",
        "2026-09-01",
        "2026-10-01",
        "2026-11-02",
      ],
      cadence: "monthly",
      next: "2026-12-01",
    },
    {
      name: "every thirty days",
      dates: everyDays("2025-12-05", 30, 12),
      cadence: "monthly",
      next: "2026-11-30",
    },
    {
      name: "every quarter",
      dates: everyMonths("2025-11-20", 3, 5),
      cadence: "quarterly",
      next: "2027-02-20",
    },
    {
      name: "every half-year",
      dates: everyMonths("2025-05-20", 6, 4),
      cadence: "irregular",
      next: "2027-05-20",
    },
    {
      name: "every year",
      dates: ["2024-10-12", "2025-10-13", "2026-10-12"],
      cadence: "yearly",
      next: "2027-10-12",
    },
    {
      name: "with one that did not come",
      dates: everyMonths("2026-03-10", 1, 9).filter((date) => date !== "2026-07-10"),
      cadence: "monthly",
      next: "2026-12-10",
    },
  ];
  it.each(rhythms)("is found: $name", ({ dates, cadence, next }) => {
    const [series, ...others] = detectRecurring(rowsOn(dates), "2026-11-24");
    expect(others).toEqual([]);
    expect(series).toMatchObject({
      accountId: "checking",
      name: "Streambox",
      category: "streaming_and_media",
      cadence,
      status: "active",
      averageMinor: -1_549,
      lastMinor: -1_549,
      isVariable: false,
      firstDate: dates[0],
      lastDate: dates.at(-1),
      nextDate: next,
    });
    expect(series?.transactionIds).toHaveLength(dates.length);
  });

  it("is variable when the amount is", () => {
    const amounts = [9_200, 11_430, 8_015, 7_020, 12_990, 9_900];
    const rows = everyMonths("2026-06-12", 1, 6).map((date, index) =>
      row(date, -(amounts[index] ?? 0), UTILITY),
    );
    expect(detectRecurring(rows, "2026-11-24")).toMatchObject([
      { cadence: "monthly", isVariable: true, averageMinor: -9_759, lastMinor: -9_900, status: "active" },
    ]);
  });

  it("may be a bill without a rhythm of the calendar", () => {
    const dates = [
      "2026-01-10",
      "2026-02-20",
      "2026-04-14",
      "2026-05-22",
      "2026-07-15",
      "2026-08-30",
      "2026-10-10",
    ];
    const rows = dates.map((date, index) => row(date, -8_000 - 713 * index, UTILITY));
    const [series] = detectRecurring(rows, "2026-11-01");
    expect(series).toMatchObject({ cadence: "irregular", status: "active", isVariable: true });
    expect(series?.transactionIds).toHaveLength(7);
  });

  it("is one series through a new price, even in its first month", () => {
    const old = rowsOn(everyMonths("2026-02-10", 1, 9), -1_549);
    expect(detectRecurring([...old, row("2026-11-10", -1_799)], "2026-11-24")).toMatchObject([
      {
        cadence: "monthly",
        isVariable: false,
        lastMinor: -1_799,
        nextDate: "2026-12-10",
        firstDate: "2026-02-10",
      },
    ]);
  });

  it("is one series through a new text of the bank", () => {
    const old = rowsOn(everyMonths("2026-02-10", 1, 6));
    const after = rowsOn(everyMonths("2026-08-10", 1, 4), -1_549, {
      description: "STREAMBOX ENTERTAINMENT LTD",
    });
    const found = detectRecurring([...old, ...after], "2026-11-24");
    expect(found.map(({ transactionIds }) => transactionIds.length)).toEqual([10]);
  });

  it("is two series where a merchant charges for two things, on one day or on two", () => {
    for (const secondDay of ["2026-03-10", "2026-03-25"]) {
      const one = rowsOn(everyMonths("2026-03-10", 1, 9), -999);
      const two = rowsOn(everyMonths(secondDay, 1, secondDay === "2026-03-10" ? 9 : 8), -299);
      const found = detectRecurring([...one, ...two], "2026-11-24");
      expect(found.map(({ cadence, lastMinor }) => [cadence, lastMinor]).sort()).toEqual([
        ["monthly", -299],
        ["monthly", -999],
      ]);
      expect(new Set(found.map(({ key }) => key)).size).toBe(2);
    }
  });

  it("is found among other purchases at the same merchant", () => {
    const membership = rowsOn(everyMonths("2026-03-10", 1, 9), -1_499);
    const purchases = [
      "2026-03-02",
      "2026-03-29",
      "2026-04-17",
      "2026-06-05",
      "2026-06-21",
      "2026-08-30",
      "2026-10-02",
    ];
    const rows = [...membership, ...purchases.map((date, index) => row(date, -2_000 - 977 * index))];
    expect(detectRecurring(rows, "2026-11-24")).toMatchObject([
      { cadence: "monthly", lastMinor: -1_499, transactionIds: membership.map(({ id }) => id) },
    ]);
  });

  it("is not disturbed by refunds, by a second charge on one day, nor by what is still pending", () => {
    const charges = rowsOn(everyMonths("2026-03-10", 1, 9));
    const rows = [
      ...charges,
      row("2026-06-12", 1_549, { flow: "spending" }),
      row("2026-07-10", -1_549),
      row("2026-11-23", -9_999, { pending: true }),
    ];
    expect(detectRecurring(rows, "2026-11-24")).toMatchObject([
      { cadence: "monthly", firstDate: "2026-03-10" },
    ]);
    expect(detectRecurring(rows, "2026-11-24")[0]?.transactionIds).toHaveLength(9);
  });

  it("is income too: salary before weekends, with a raise", () => {
    const salary = { merchant: "Larkspur", description: "LARKSPUR DIR DEP", category: "salary" };
    const dates = ["2026-05-29", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-30"];
    const rows = dates.map((date, index) => row(date, index < 3 ? 400_000 : 412_000, salary));
    expect(detectRecurring(rows, "2026-11-24")).toMatchObject([
      { cadence: "monthly", isVariable: false, lastMinor: 412_000, nextDate: "2026-11-30" },
    ]);
  });
});

describe("whether it goes on", () => {
  const dates = everyMonths("2026-03-10", 1, 6);
  it.each([
    ["2026-09-10", "active", "2026-09-10"],
    ["2026-09-27", "active", "2026-09-10"],
    ["2026-09-29", "ended", null],
  ])("is judged by the day: on %s it is %s", (today, status, nextDate) => {
    expect(detectRecurring(rowsOn(dates), today)).toMatchObject([{ status, nextDate }]);
  });

  it("is early when a yearly charge was seen twice", () => {
    expect(detectRecurring(rowsOn(["2025-06-02", "2026-06-02"], -8_399), "2026-11-24")).toMatchObject([
      { cadence: "yearly", status: "early", nextDate: "2027-06-02" },
    ]);
  });

  it("is two series when it paused for half a year", () => {
    const rows = rowsOn([...everyMonths("2025-06-10", 1, 5), ...everyMonths("2026-06-10", 1, 6)]);
    expect(detectRecurring(rows, "2026-11-24").map(({ status }) => status)).toEqual(["ended", "active"]);
  });
});

describe("what only looks like it", () => {
  it.each([
    ["two of a month", rowsOn(["2026-09-10", "2026-10-10"])],
    [
      "shopping every few days",
      everyDays("2026-01-03", 3, 90).map((date, index) =>
        row(date, -1_450 - ((index * 7_919) % 9_000), GROCERY),
      ),
    ],
    [
      "shopping every Saturday",
      everyDays("2026-01-03", 7, 40).map((date, index) =>
        row(date, -1_450 - ((index * 7_919) % 9_000), GROCERY),
      ),
    ],
    [
      "the same fare at odd times",
      [1, 2, 5, 9, 10, 15, 23, 26, 27, 33, 41, 44, 52, 55].map((days) =>
        row(addDays("2026-01-01", days), -275, { category: "public_transit" }),
      ),
    ],
    [
      "transfers",
      rowsOn(everyMonths("2026-03-16", 1, 9), -20_000, { flow: "transfer", category: "savings" }),
    ],
    [
      "card payments",
      rowsOn(everyMonths("2026-03-16", 1, 9), -20_000, { flow: "card_payment", category: "card_payment" }),
    ],
    ["refunds", rowsOn(everyMonths("2026-03-16", 1, 9), 2_000, { flow: "spending" })],
    [
      "one currency after the other",
      everyMonths("2026-03-16", 1, 4).map((date, index) =>
        row(date, -2_000, { currency: index % 2 ? "EUR" : "USD" }),
      ),
    ],
    [
      "different accounts",
      everyMonths("2026-03-16", 1, 4).map((date, index) =>
        row(date, -2_000, { accountId: index % 2 ? "card" : "checking" }),
      ),
    ],
  ])("is none: %s", (_, rows) => {
    expect(detectRecurring(rows, "2026-11-24")).toEqual([]);
  });
});

describe("the key of a series", () => {
  it("stays when more rows arrive", () => {
    const dates = everyMonths("2026-03-10", 1, 9);
    const all = [...rowsOn(dates, -999), ...rowsOn(everyMonths("2026-03-10", 1, 9), -299)];
    const before = detectRecurring(
      all.filter(({ date }) => date < "2026-09-01"),
      "2026-09-01",
    );
    const after = detectRecurring(all, "2026-11-24");
    const keys = (found: typeof before) => found.map(({ key, lastMinor }) => [lastMinor, key]);
    expect(keys(after)).toEqual(keys(before));
  });
});
