import { listConnections } from "../banking/list-connections";
import { exportEverything } from "../chat/export-conversations";
import type { Person } from "../contract/account";
import { csvFile, csvLine } from "../csv/write-line";
import { database } from "../db/client";
import { listRules } from "../db/queries/category-rules";
import { listMarks } from "../db/queries/planning";
import type { Ledger } from "../domain/ledger";
import { decimalText } from "../domain/money";
import { EVERY_TRANSACTION } from "../domain/transaction-search";
import { openLedger } from "../insights/open-ledger";
import { exportTransactions } from "../transactions/export-transactions";
import { listMemories } from "./list-memories";

/** A file of the archive; its pieces are read when their turn comes. */
export type ExportedFile = { name: string; pieces: AsyncIterable<string> };

const README = `Everything that Purser keeps of you.

profile.json        who you are here
accounts.json       your banks and files with their accounts, what they hold and what is owed on them
balances.csv        what was on each account at the end of each day
transactions.csv    all transactions, newest first, with your categories, tags, notes and splits
budgets.json        what you mean to spend in a month
goals.json          what you save for
rules.json          the categories that you give to whatever matches, newest first
recurring.json      what you have said of payments that come back
memories.json       what answers take into account
conversations.json  all that was asked and answered, every version
conversations.md    the same for reading

Amounts whose name ends in "Minor" are whole numbers of the smallest unit of the currency (cents, say).
`;

/**
 * All that a person keeps here, file by file. Only one batch of rows, or one conversation, is in memory at a time.
 * @throws {AppError} `not_found` when there is no such person; `unavailable`
 */
export async function* exportAccount(person: Person, now: Date): AsyncGenerator<ExportedFile> {
  const { id, name, email, timeZone } = person;
  const ledger = await openLedger(id, now);
  yield { name: "README.txt", pieces: once(async () => README) };
  yield json("profile.json", async () => ({ name, email, timeZone, exportedAt: now.toISOString() }));
  yield json("accounts.json", async () => ({
    connections: await listConnections(id, { now, timeZone }),
    holdings: await ledger.holdings(),
    liabilities: await ledger.liabilities(),
  }));
  yield { name: "balances.csv", pieces: csvFile(writeBalances(ledger)) };
  yield { name: "transactions.csv", pieces: csvFile(exportTransactions(id, EVERY_TRANSACTION, ledger)) };
  yield json("budgets.json", () => ledger.budgets());
  yield json("goals.json", () => ledger.goals());
  yield json("rules.json", async () =>
    (await listRules(database(), id)).map(({ userId: _, ...rule }) => rule),
  );
  yield json("recurring.json", () => listMarks(database(), id));
  yield json("memories.json", () => listMemories(id));
  yield { name: "conversations.json", pieces: exportEverything(person, "json", now) };
  yield { name: "conversations.md", pieces: exportEverything(person, "markdown", now) };
}

const json = (name: string, read: () => Promise<unknown>): ExportedFile => ({
  name,
  pieces: once(async () => `${JSON.stringify(await read(), null, 2)}\n`),
});

async function* once(read: () => Promise<string>): AsyncGenerator<string> {
  yield await read();
}

async function* writeBalances(ledger: Ledger): AsyncGenerator<string> {
  const names = new Map((await ledger.accounts()).map((account) => [account.id, account.name]));
  yield csvLine(["Date", "Account", "Balance", "Currency"]);
  const { firstDate } = await ledger.coverage();
  const period = { start: firstDate ?? ledger.today, end: ledger.today };
  for (const balance of await ledger.dailyBalances(period)) {
    const { date, accountId, balanceMinor, currency } = balance;
    yield csvLine([date, names.get(accountId) ?? "", decimalText(balanceMinor, currency), currency]);
  }
}
