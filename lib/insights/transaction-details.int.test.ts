import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { editTransaction } from "../banking/edit-transaction";
import { closeDatabase } from "../db/client";
import { openLedger } from "./open-ledger";

afterAll(() => closeDatabase());

const NOW = new Date("2026-11-24T12:00:00Z");

it("tells all that is known of a row, nothing of another person's, and from when to when a bank has rows", async () => {
  const bank = await storedBank({ lastSyncedAt: NOW });
  const checking = await storedAccount(bank, { mask: "1001" });
  const [id = "", older = ""] = await storedRowsOn(checking, [
    {
      date: "2026-11-10",
      postedDate: "2026-11-12",
      amountMinor: -5_000,
      plaidCategoryPrimary: "FOOD_AND_DRINK",
    },
    { date: "2026-02-01", amountMinor: -100 },
  ]);
  const others = await storedAccount(await storedBank());
  const [foreign = ""] = await storedRowsOn(others, [{ date: "2026-01-01", amountMinor: -1 }]);
  await editTransaction(bank.userId, id, { category: "coffee", note: "With Ann", tags: ["fun"] });

  const ledger = await openLedger(bank.userId, NOW);
  const details = await ledger.details([older, foreign, "no id at all", randomUUID(), id]);
  expect(details.map((row) => row.id)).toEqual([id, older]);
  expect(details[0]).toMatchObject({
    date: "2026-11-10",
    postedDate: "2026-11-12",
    institution: "First Platypus Bank",
    accountMask: "1001",
    source: "plaid",
    category: "coffee",
    bankCategory: { primary: "FOOD_AND_DRINK", detailed: null },
    isCategoryChosen: true,
    note: "With Ann",
    tags: ["fun"],
  });
  expect(details[1]).toMatchObject({ isCategoryChosen: false, note: null, tags: [] });
  expect(await ledger.banks()).toMatchObject([
    { institution: "First Platypus Bank", firstDate: "2026-02-01", lastDate: "2026-11-10" },
  ]);
});
