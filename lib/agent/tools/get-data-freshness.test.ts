import { expect, it } from "vitest";
import { memoryLedger } from "../../../tests/support/memory-ledger";
import { FreshnessResult } from "../../contract/results/freshness-result";
import type { BankState } from "../../domain/data-caveats";
import { getDataFreshness } from "./get-data-freshness";

const bank = (institution: string, more: Partial<BankState>): BankState => ({
  institution,
  source: "plaid",
  status: "active",
  lastSyncedAt: "2026-11-24T03:00:00.000Z",
  isHistoryComplete: true,
  accountIds: [],
  ...more,
});

it("says of each bank how it is in a word and in a sentence, by the person's own calendar", async () => {
  const ledger = memoryLedger({
    today: "2026-11-24",
    timeZone: "America/Los_Angeles",
    accounts: [],
    transactions: [],
    banks: [
      bank("Fresh", {}),
      bank("Old", { lastSyncedAt: "2026-11-10T12:00:00.000Z" }),
      bank("Locked", { status: "login_required", lastSyncedAt: "2026-11-20T12:00:00.000Z" }),
      bank("Away", { status: "error", lastSyncedAt: "2026-11-22T12:00:00.000Z" }),
      bank("Gone", { status: "revoked" }),
      bank("New", { lastSyncedAt: null }),
      bank("Deep", { isHistoryComplete: false }),
      bank("Papers", { source: "file" }),
    ],
  });
  const result = await getDataFreshness(ledger);
  expect(FreshnessResult.parse(result)).toEqual(result);
  expect(result.banks.map(({ institution, state, words }) => [institution, state, words])).toEqual([
    ["Fresh", "up_to_date", "Fresh is up to date."],
    ["Old", "stale", "Old was last read on Nov 10, 2026; what came after is missing."],
    ["Locked", "sign_in_needed", "Locked needs you to sign in again; its data ends on Nov 20, 2026."],
    ["Away", "unavailable", "Away cannot be read now; its data ends on Nov 22, 2026."],
    ["Gone", "ended", "Access to Gone has ended, so its data is no longer here."],
    ["New", "waiting", "The transactions of New have not arrived yet."],
    ["Deep", "reading_history", "Still reading older transactions of Deep."],
    ["Papers", "file", "Papers comes from files that you brought in; they hold no transactions."],
  ]);
  expect(result.banks[0]).toMatchObject({ lastSyncedOn: "2026-11-23", firstDate: null });
});
