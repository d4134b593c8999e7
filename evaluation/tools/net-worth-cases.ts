import { moneyText } from "../oracle/money-text";
import { netWorthAt } from "../oracle/sums";
import { at, differs, listAt, type ToolCase } from "./tool-case";

const dollarsOf = (result: unknown): unknown =>
  listAt(result, "currencies").find((one) => at(one, "currency") === "USD");

const worth = (date: string): ToolCase => ({
  tool: "get_net_worth_history",
  args: { period: { start: date, end: date } },
  check: (result) => {
    const last = at(dollarsOf(result), "last", "amount");
    const cents = netWorthAt(date);
    return differs(
      "the net worth",
      [at(last, "amountMinor"), at(last, "formatted")],
      [cents, moneyText(cents)],
    );
  },
});

const change = (start: string, end: string): ToolCase => ({
  tool: "get_net_worth_history",
  args: { period: { start, end } },
  check: (result) =>
    differs(
      "the change",
      at(dollarsOf(result), "change", "amountMinor"),
      netWorthAt(end) - netWorthAt(start),
    ),
});

const DATES = [
  "2024-03-31",
  "2024-06-12",
  "2024-12-31",
  "2025-06-30",
  "2025-12-31",
  "2026-06-01",
  "2026-09-30",
];

export const NET_WORTH_CASES: readonly ToolCase[] = [
  ...[...DATES, "2026-11-24"].map(worth),
  change("2025-12-31", "2026-11-24"),
  change("2026-09-30", "2026-10-31"),
  change("2024-05-01", "2024-07-31"),
];
