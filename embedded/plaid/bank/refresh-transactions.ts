import { v4 as uuid } from "uuid";
import { addDays } from "../household/calendar";
import { randomFor } from "../household/random";
import { listedKeys } from "./accounts-of";
import { announceChanges, revisionNow } from "./announce-changes";
import type { Edit } from "./edit";
import { editItem } from "./edit-item";
import type { Bank } from "./open-bank";
import { rowsIn } from "./revision";
import type { SandboxItem } from "./state";

const DYNAMIC_USER = "user_transactions_dynamic";
const SHOPS = ["Green Basket Market", "Bluebird Coffee", "Parcelwise", "Redline Fuel"] as const;
const NEW_ROWS = 3;
const ONE_DOLLAR = 100;

/**
 * Plaid looks again at once. For its test user `user_transactions_dynamic` that is what makes things happen: rows that
 * were pending post, one amount rises by a dollar, new pending rows appear. Anyone else's bank has nothing newer to say.
 * https://plaid.com/docs/sandbox/test-credentials/#credentials-for-testing-transactions
 */
export async function refreshTransactions(bank: Bank, item: SandboxItem): Promise<void> {
  if (item.username !== DYNAMIC_USER || item.history === "none") return;
  const before = revisionNow(bank, item);
  const today = bank.today(item);
  const listed = listedKeys(bank, item);
  const rows = rowsIn(bank.householdOf(item), item, before).filter(({ entry }) => listed.has(entry.account));
  const random = randomFor(item.itemId, "refresh", item.edits.length);
  const posted = rows
    .filter(({ pending, entry }) => pending && entry.vanishes !== true)
    .map(({ entry }): Edit => ({ kind: "posted", key: entry.key, on: today }));
  const bumped = rows.findLast(({ pending, amountCents }) => !pending && amountCents > 0);
  const [account] = listed;
  const made = Array.from({ length: account === undefined ? 0 : NEW_ROWS }, (): Edit => {
    const merchant = random.pick(SHOPS);
    const row = {
      account: account ?? "checking",
      amountCents: random.integer(300, 9_000),
      transactedOn: today,
      postedOn: addDays(today, 5),
      name: merchant.toUpperCase(),
      merchant,
      category: "GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE",
    };
    return { kind: "made", key: `made:${uuid()}`, row };
  });
  const amended: Edit[] =
    bumped === undefined
      ? []
      : [{ kind: "amended", key: bumped.entry.key, amountCents: bumped.amountCents + ONE_DOLLAR }];
  await editItem(bank, item, ...posted, ...amended, ...made);
  await announceChanges(bank, item, before);
}
