import { expect, it } from "vitest";
import { memoryLedger } from "../../../tests/support/memory-ledger";
import type { LedgerAccount } from "../../domain/ledger";
import { answerAccounts } from "../offline/answers/accounts";
import { getAccounts } from "./get-accounts";

const account = (id: string, more: Partial<LedgerAccount>): LedgerAccount => ({
  id,
  name: `Account ${id}`,
  institution: "First Platypus Bank",
  mask: null,
  type: "depository",
  subtype: "checking",
  currency: "USD",
  isClosed: false,
  balanceMinor: 10_000,
  availableMinor: null,
  asOf: "2026-11-24T10:00:00.000Z",
  ...more,
});
const closed = account("old", { isClosed: true, balanceMinor: null, asOf: "2026-01-01T10:00:00.000Z" });
const ask = (accounts: LedgerAccount[]) =>
  getAccounts(memoryLedger({ today: "2026-11-24", accounts, transactions: [] }), {});
const facts = { today: "2026-11-24", timeZone: "UTC", currencies: ["USD"], dataFrom: null, name: "Ada" };

it("names closed accounts as closed, in no total and not as the age of the balances", async () => {
  const result = await ask([account("new", {}), closed]);
  expect(result).toMatchObject({
    asOf: "2026-11-24T10:00:00.000Z",
    netByCurrency: [{ amountMinor: 10_000 }],
  });
  expect(result.accounts.map(({ isClosed, balance }) => [isClosed, balance?.amountMinor])).toEqual([
    [undefined, 10_000],
    [true, undefined],
  ]);
  const answer = answerAccounts("all", result, facts, { plain: "", before: "" });
  expect(answer).toContain("What you own less what you owe is **$100.00**.");
  expect(answer).toMatch(/Account old.*closed/);
});

it("says so when all are closed", async () => {
  expect(answerAccounts("checking", await ask([closed]), facts, { plain: "", before: "" })).toContain(
    "closed at the bank",
  );
});
