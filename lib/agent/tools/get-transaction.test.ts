import { expect, it } from "vitest";
import { householdWithTraps } from "../../../tests/support/household-with-traps";
import { TransactionResult } from "../../contract/results/transaction-result";
import { getTransaction } from "./get-transaction";
import { ToolProblem } from "./tool-problem";

const ledger = householdWithTraps();

it("finds a row by merchant, date and amount, and again by its id", async () => {
  const result = await getTransaction(ledger, { merchant: "safeway", date: "2026-10-12", amount: -14.5 });
  expect(TransactionResult.parse(result)).toEqual(result);
  expect(result.transactions).toMatchObject([
    {
      amount: { amountMinor: -1_450 },
      account: "Everyday Checking",
      institution: "First Platypus Bank",
      description: "SAFEWAY",
      flow: "spending",
      meaning: "Counts as spending.",
    },
  ]);
  const again = await getTransaction(ledger, { id: result.transactions[0]?.id });
  expect(again.transactions).toEqual(result.transactions);
});

it("says what a refund and what a card payment mean for totals", async () => {
  const meaningOf = async (input: Parameters<typeof getTransaction>[1]) =>
    (await getTransaction(ledger, input)).transactions[0]?.meaning;
  expect(await meaningOf({ merchant: "Safeway", amount: 25.5 })).toBe("Money back: it lowers spending.");
  expect(await meaningOf({ merchant: "Payment thank you" })).toContain("neither as spending nor as income");
});

it("gives all rows that fit, and counts them", async () => {
  const result = await getTransaction(ledger, { merchant: "Olive Garden", amount: 31 });
  expect(result.transactions.map(({ date }) => date)).toEqual(["2026-10-18", "2026-10-05"]);
  expect(result.rowCount).toBe(2);
});

it("suggests the nearest where the date is wrong, and asks when nothing was said", async () => {
  const problem = await getTransaction(ledger, { merchant: "Netflix", date: "2026-10-16" }).catch(
    (error) => error,
  );
  expect(problem).toBeInstanceOf(ToolProblem);
  expect(problem.failure.error.suggestions).toEqual(["Oct 15, 2026, Netflix, -$15.49"]);
  await expect(getTransaction(ledger, {})).rejects.toThrow("not said");
  await expect(getTransaction(ledger, { id: "row-of-somebody-else" })).rejects.toThrow("no such transaction");
});
