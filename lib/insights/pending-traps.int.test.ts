import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { getCashFlow } from "../agent/tools/get-cash-flow";
import { summarizeSpending } from "../agent/tools/summarize-spending";
import { closeDatabase } from "../db/client";
import { openLedger } from "./open-ledger";

afterAll(() => closeDatabase());

const NOW = new Date("2026-11-24T12:00:00Z");
const PERIOD = { start: "2026-11-01", end: "2026-11-24" };

describe("trap", () => {
  it("pending to posted with a tip: counts once, as posted, in totals, groups, averages and cash flow, even while the bank still lists the pending row", async () => {
    const bank = await storedBank();
    const account = await storedAccount(bank, { type: "credit" });
    const hold = randomUUID();
    await storedRowsOn(account, [
      { date: "2026-11-20", amountMinor: -5_000, pending: true, plaidTransactionId: hold },
      { date: "2026-11-21", amountMinor: -6_000, pendingPlaidTransactionId: hold },
      { date: "2026-11-22", amountMinor: -1_000, pending: true },
    ]);
    const ledger = await openLedger(bank.userId, NOW);
    const result = await summarizeSpending(ledger, { period: PERIOD, groupBy: "day" });
    expect(result).toMatchObject({
      rowCount: 2,
      totals: [{ formatted: "$70.00" }],
      groups: [{ key: "2026-11-21" }, { key: "2026-11-22" }],
      statistics: [{ count: 2, average: { formatted: "$35.00" }, smallest: { pending: true } }],
    });
    const flow = await getCashFlow(ledger, { period: PERIOD });
    expect(flow.currencies[0]?.spending.formatted).toBe("$70.00");
  });

  it("another bank's posted row replaces no pending row", async () => {
    const bank = await storedBank();
    const second = await storedBank({ userId: bank.userId });
    const hold = randomUUID();
    await storedRowsOn(await storedAccount(bank), [
      { date: "2026-11-20", amountMinor: -5_000, pending: true, plaidTransactionId: hold },
    ]);
    await storedRowsOn(await storedAccount(second), [
      { date: "2026-11-20", amountMinor: -5_000, pendingPlaidTransactionId: hold },
    ]);
    const ledger = await openLedger(bank.userId, NOW);
    const result = await summarizeSpending(ledger, { period: PERIOD });
    expect(result.totals).toMatchObject([{ formatted: "$100.00" }]);
  });
});
