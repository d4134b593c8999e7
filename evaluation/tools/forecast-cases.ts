import { TODAY } from "../household/facts";
import { ahead, balanceOf, besides, usualCardPayment } from "../oracle/ahead";
import { plusDays } from "../oracle/days";
import { divideCents } from "../oracle/money-text";
import { at, differs, refused, type ToolCase } from "./tool-case";

const WEEKS_DAYS = 91;

/** On checking, at the end of each day from today. The payment to the Sapphire card has left already: the next is in December. */
function course(days: number): { date: string; cents: number }[] {
  const cards = [
    { date: "2026-12-20", cents: -usualCardPayment("freedom") },
    { date: "2026-12-25", cents: -usualCardPayment("sapphire") },
  ];
  const moves = [...ahead(days).filter(({ account }) => account === "checking"), ...cards];
  return Array.from({ length: days + 1 }, (_, day) => {
    const date = plusDays(TODAY, day);
    const moved = moves.filter((one) => one.date <= date).reduce((sum, { cents }) => sum + cents, 0);
    return { date, cents: balanceOf("checking") + moved - divideCents(besides() * day, WEEKS_DAYS) };
  });
}

function checking(days: number): ToolCase {
  const expected = course(days);
  const lowest = expected.reduce((least, day) => (day.cents < least.cents ? day : least));
  const before = expected.filter(({ date }) => date < "2026-11-27");
  return {
    tool: "forecast_balance",
    args: { days },
    check: (result) => {
      const forecast = at(result, "forecasts", 0);
      return [
        ...differs("the beginning", at(forecast, "start", "amountMinor"), expected.at(0)?.cents),
        ...differs("the end", at(forecast, "end", "amountMinor"), expected.at(-1)?.cents),
        ...differs(
          "the lowest",
          [at(forecast, "lowest", "date"), at(forecast, "lowest", "balance", "amountMinor")],
          [lowest.date, lowest.cents],
        ),
        ...differs("the day on which it runs out", at(forecast, "runsOutOn"), null),
        ...differs(
          "the day of the next pay, and the lowest before it",
          [
            at(forecast, "nextIncome", "date"),
            at(forecast, "nextIncome", "lowestBefore", "balance", "amountMinor"),
          ],
          ["2026-11-27", Math.min(...before.map(({ cents }) => cents))],
        ),
        ...differs(
          "the usual day",
          at(forecast, "usualSpending", "perDay", "amountMinor"),
          divideCents(besides(), WEEKS_DAYS),
        ),
      ];
    },
  };
}

const savings = (days: number): ToolCase => ({
  tool: "forecast_balance",
  args: { days, accounts: ["Rainy Day Savings"] },
  check: (result) => {
    const interest = ahead(days)
      .filter(({ account }) => account === "savings")
      .reduce((sum, { cents }) => sum + cents, 0);
    return [
      ...differs(
        "the end",
        at(result, "forecasts", 0, "end", "amountMinor"),
        balanceOf("savings") + interest,
      ),
      ...differs("what comes in", at(result, "forecasts", 0, "scheduledIn", "amountMinor"), interest),
    ];
  },
});

export const FORECAST_CASES: readonly ToolCase[] = [
  ...[3, 7, 14, 21, 31, 45].map(checking),
  ...[7, 40].map(savings),
  refused("forecast_balance", { accounts: ["Brokerage"] }, "no_cash_account"),
];
