import { addDays, dayNumber } from "../household/calendar";
import { hash } from "../household/random";
import { sendWebhook } from "../webhooks/send-webhook";
import { derivedId } from "../wire/opaque-id";
import { accountsAt } from "./accounts-of";
import { announceChanges, revisionNow } from "./announce-changes";
import { announceRecurring } from "./history";
import type { Bank } from "./open-bank";
import { isBlocked } from "./problems";
import type { SandboxItem } from "./state";

const accountIds = (bank: Bank, item: SandboxItem, types: readonly string[]) =>
  accountsAt(bank, item)
    .filter(({ type }) => types.includes(type))
    .map(({ key }) => derivedId(item.itemId, "account", key));

/** Once in a while: which of so many days depends on the item, so that not all news come on one. */
function isDayFor(bank: Bank, item: SandboxItem, what: string, every: number): boolean {
  return (dayNumber(bank.today(item)) + hash(`${item.itemId}|${what}`)) % every === 0;
}

async function announceRareNews(bank: Bank, item: SandboxItem): Promise<void> {
  if (isBlocked(item)) return;
  const invested = accountIds(bank, item, ["investment"]);
  if (item.products.includes("investments") && invested.length > 0 && isDayFor(bank, item, "holdings", 10)) {
    await sendWebhook(bank, item, {
      type: "HOLDINGS",
      code: "DEFAULT_UPDATE",
      error: null,
      new_holdings: 0,
      updated_holdings: invested.length,
    });
  }
  const owed = accountIds(bank, item, ["credit", "loan"]);
  if (item.products.includes("liabilities") && owed.length > 0 && isDayFor(bank, item, "debts", 15)) {
    await sendWebhook(bank, item, {
      type: "LIABILITIES",
      code: "DEFAULT_UPDATE",
      error: null,
      account_ids_with_new_liabilities: [],
      account_ids_with_updated_liabilities: Object.fromEntries(
        owed.map((id) => [id, ["last_statement_balance"]]),
      ),
    });
  }
  if (item.history === "complete" && isDayFor(bank, item, "streams", 7)) await announceRecurring(bank, item);
}

/** One day goes by for one item or for the whole bank, and whoever has an address hears what happened on it. */
async function liveDay(bank: Bank, only: SandboxItem | null): Promise<void> {
  const concerned = bank.state.items.filter((item) => !item.removed && (only === null || item === only));
  const before = concerned.map((item) => ({ item, revision: revisionNow(bank, item) }));
  const tomorrow = addDays(bank.today(), 1);
  await bank.change((state) => {
    if (only === null) state.today = tomorrow;
    for (const item of concerned) {
      if (only !== null || item.today !== null) item.today = addDays(bank.today(item), 1);
    }
  });
  for (const { item, revision } of before) {
    await announceChanges(bank, item, revision);
    await announceRareNews(bank, item);
  }
}

/** Time goes on, day by day. */
export async function live(bank: Bank, days: number, only: SandboxItem | null): Promise<void> {
  for (let day = 0; day < days; day += 1) await liveDay(bank, only);
}
