import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "./calendar";
import { type DayBalance, netWorthSeries } from "./daily-balances";

const on = (accountId: string, date: string, balanceMinor: number, currency = "USD"): DayBalance => ({
  accountId,
  date,
  balanceMinor,
  currency,
});
const series = (balances: DayBalance[], start = "2026-11-01", end = "2026-11-04") =>
  netWorthSeries(balances, { start, end });
const amounts = (balances: DayBalance[]) =>
  series(balances).days.map(({ amounts: each }) => each.map(({ amountMinor }) => amountMinor));

it("keeps what an account had until the next day that is known", () => {
  expect(amounts([on("a", "2026-10-20", 5), on("a", "2026-11-03", 9)])).toEqual([[5], [5], [9], [9]]);
});

it("does not jump where an account is only known from later on, and says from when all are", () => {
  const balances = [on("a", "2026-10-20", 100), on("card", "2026-11-03", -30)];
  expect(amounts(balances)).toEqual([[70], [70], [70], [70]]);
  expect(series(balances).knownFrom).toBe("2026-11-03");
});

it("counts an account up to the day before it was closed", () => {
  const balances = [on("a", "2026-10-20", 100), { ...on("b", "2026-10-20", 50), closedOn: "2026-11-03" }];
  expect(amounts(balances)).toEqual([[150], [150], [100], [100]]);
});

it("moving money into an account that is opened with it changes nothing", () => {
  const balances = [
    on("a", "2026-11-01", 1_000),
    on("a", "2026-11-03", 400),
    on("new", "2026-11-02", 0),
    on("new", "2026-11-03", 600),
  ];
  expect(amounts(balances)).toEqual([[1_000], [1_000], [1_000], [1_000]]);
});

it("never adds currencies, and is empty where nothing is known", () => {
  expect(series([on("a", "2026-11-01", 5), on("b", "2026-11-01", 7, "EUR")]).days[0]?.amounts).toEqual([
    { amountMinor: 7, currency: "EUR" },
    { amountMinor: 5, currency: "USD" },
  ]);
  expect(series([])).toEqual({ days: [], knownFrom: null });
});

it("is the sum of the accounts on every day, in whatever order they come", () => {
  const balance = fc.record({
    accountId: fc.constantFrom("a", "b", "c"),
    date: fc.nat({ max: 60 }).map((days) => addDays("2026-10-01", days)),
    balanceMinor: fc.integer({ min: -1_000, max: 1_000 }),
    currency: fc.constant("USD"),
  });
  const distinct = fc.uniqueArray(balance, {
    selector: ({ accountId, date }) => accountId + date,
    minLength: 1,
  });
  fc.assert(
    fc.property(distinct, (balances) => {
      const period = { start: "2026-10-15", end: "2026-11-15" };
      const whole = netWorthSeries(balances, period);
      const parts = ["a", "b", "c"].map((id) =>
        netWorthSeries(
          balances.filter((one) => one.accountId === id),
          period,
        ),
      );
      for (const [index, { amounts: total }] of whole.days.entries()) {
        const sum = parts.reduce((all, { days }) => all + (days[index]?.amounts[0]?.amountMinor ?? 0), 0);
        expect(total[0]?.amountMinor).toBe(sum);
      }
      expect(netWorthSeries(balances.toReversed(), period)).toEqual(whole);
    }),
  );
});
