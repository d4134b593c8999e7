import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/linked-bank";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { refreshDailyBalances } from "../banking/refresh-daily-balances";
import { refreshRecurring } from "../banking/refresh-recurring";
import { SpendingQuery } from "../contract/spending-query";
import { closeDatabase, database } from "../db/client";
import { addMonths } from "../domain/calendar";
import { dismissInsight, restoreInsight } from "./dismiss-insight";
import { readOverview } from "./read-overview";
import { readRecurring } from "./read-recurring";
import { readSpending } from "./read-spending";
import { dropInsights, refreshInsights } from "./refresh-insights";

const now = new Date("2026-11-24T12:00:00Z");
const TODAY = "2026-11-24";

/** Two people with money of their own; what is seen of one must have nothing of the other. */
async function household(factor: number) {
  const bank = await storedBank({ lastSyncedAt: now });
  const account = await storedAccount(bank, { currentMinor: 500_000 * factor });
  await storedRowsOn(account, [
    ...Array.from({ length: 9 }, (_, index) => ({
      date: addMonths("2026-03-12", index),
      amountMinor: (index === 8 ? -1_549 : -1_299) * factor,
      merchant: "Streambox",
      description: "STREAMBOX.COM",
      category: "streaming_and_media",
    })),
    ...Array.from({ length: 9 }, (_, index) => ({
      date: addMonths("2026-03-01", index),
      amountMinor: 300_000 * factor,
      merchant: "Employer",
      category: "salary",
      flow: "income" as const,
    })),
    { date: "2026-11-02", amountMinor: -4_000 * factor, merchant: "Market", category: "groceries" },
    { date: "2026-11-03", amountMinor: -4_000 * factor, merchant: "Market", category: "groceries" },
    { date: "2026-10-20", amountMinor: -6_000 * factor, merchant: "Market", category: "groceries" },
  ]);
  await database().transaction((tx) => refreshDailyBalances(tx, { itemId: bank.itemId, today: TODAY }));
  await database().transaction((tx) => refreshRecurring(tx, { userId: bank.userId, today: TODAY }));
  return bank.userId;
}

let mine: string;
let others: string;
beforeAll(async () => {
  mine = await household(1);
  others = await household(10);
});
afterAll(() => closeDatabase());

describe("the overview", () => {
  it("tells of one person how their money stands, by the definitions of the answers", async () => {
    const overview = await readOverview(mine, now);
    expect(overview?.netWorth.currencies).toMatchObject([
      { currency: "USD", last: { amount: { amountMinor: 500_000 } } },
    ]);
    expect(overview?.cashFlow.currencies[0]?.months).toHaveLength(6);
    expect(overview?.cashFlow.currencies[0]?.months.at(-1)).toMatchObject({
      month: "2026-11",
      income: { amountMinor: 300_000 },
      spending: { amountMinor: 9_549 },
    });
    expect(overview?.pace.currencies).toMatchObject([{ spentMinor: 9_549 }]);
    expect(overview?.upcoming.bills).toMatchObject([{ name: "Streambox", amount: { amountMinor: 1_549 } }]);
  });

  it("is nothing for somebody without an account", async () => {
    const userId = await newPerson();
    expect(await readOverview(userId, now)).toBeNull();
    expect(await readRecurring(userId, now)).toBeNull();
    expect(await readSpending(userId, now, SpendingQuery.parse({}))).toBeNull();
  });
});

describe("insights", () => {
  const listed = async (userId: string) => (await (await readOverview(userId, now))?.insights) ?? [];

  it("open to the rows that they are of, which are the person's own", async () => {
    const found = await listed(mine);
    expect(found.map(({ kind }) => kind)).toContain("price_rise");
    const rise = found.find(({ kind }) => kind === "price_rise");
    expect(rise).toMatchObject({
      title: "Streambox went up to $15.49",
      rows: [{ amount: { amountMinor: -1_549 } }],
    });
    const own = new Set(found.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const theirs = (await listed(others)).flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((id) => own.has(id))).toEqual([]);
  });

  it("stay away when they were put away, also when they are found again, for this person alone", async () => {
    const [insight] = await listed(mine);
    if (!insight) throw new Error("no insight");
    const before = (await listed(others)).length;
    await dismissInsight(mine, insight.id);
    await dismissInsight(mine, insight.id);
    await refreshInsights(mine, now);
    expect((await listed(mine)).map(({ id }) => id)).not.toContain(insight.id);
    expect(await listed(others)).toHaveLength(before);
    await restoreInsight(others, insight.id);
    expect((await listed(mine)).map(({ id }) => id)).not.toContain(insight.id);
    await restoreInsight(mine, insight.id);
    expect((await listed(mine)).map(({ id }) => id)).toContain(insight.id);
  });

  it("are looked for again on another day, and after they were dropped", async () => {
    const later = new Date("2027-03-24T12:00:00Z");
    const overview = await readOverview(mine, later);
    expect((await overview?.insights)?.map(({ kind }) => kind)).not.toContain("price_rise");
    await dropInsights(mine);
    expect((await listed(mine)).map(({ kind }) => kind)).toContain("price_rise");
  });
});

describe("spending", () => {
  it("is in groups, beside the same days of the period before", async () => {
    const spending = await readSpending(mine, now, SpendingQuery.parse({ by: "merchant" }));
    expect(spending?.summary.groups.map(({ label, amount }) => [label, amount.amountMinor])).toEqual([
      ["Market", 8_000],
      ["Streambox", 1_549],
    ]);
    expect(spending?.comparison).toMatchObject({
      against: { start: "2026-10-01", end: "2026-10-24" },
      totals: [{ now: { amountMinor: 9_549 }, before: { amountMinor: 7_299 } }],
    });
  });

  it("is of the days that were asked for, against the year before", async () => {
    const query = SpendingQuery.parse({
      period: "custom",
      from: "2026-10-01",
      to: "2026-10-31",
      against: "same_period_last_year",
    });
    const spending = await readSpending(mine, now, query);
    expect(spending?.summary.totals).toMatchObject([{ amountMinor: 7_299 }]);
    expect(spending?.comparison.against).toEqual({ start: "2025-10-01", end: "2025-10-31" });
  });
});

it("what comes back has its next day, what a year costs, and how its price went", async () => {
  const result = await readRecurring(mine, now);
  const streambox = result?.series.find(({ name }) => name === "Streambox");
  expect(streambox).toMatchObject({
    kind: "subscription",
    nextDate: "2026-12-12",
    perYear: { amountMinor: 18_588 },
    priceChanges: [{ from: { amountMinor: 1_299 }, to: { amountMinor: 1_549 } }],
  });
  expect(result?.series.find(({ name }) => name === "Employer")).toMatchObject({ kind: "income" });
});
