import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newLink, newPerson } from "../../tests/support/linked-bank";
import { newBank } from "../../tests/support/sandbox-window";
import { closeDatabase, database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { saveItemProblem } from "../db/queries/items";
import { dailyBalances } from "../db/schema/balances";
import { transactionEdits, transactions } from "../db/schema/transactions";
import { closeQueues } from "../queue/enqueue";
import { confirmImport } from "./confirm-import";
import { editTransaction } from "./edit-transaction";
import { endAccess } from "./end-access";
import { endAccountAccess } from "./end-account-access";
import { linkBank } from "./link-bank";
import { listConnections } from "./list-connections";
import { listImports } from "./list-imports";
import { syncItem } from "./sync-item";
import { undoImport } from "./undo-import";
import { unlinkItem } from "./unlink-item";

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

const FILE = {
  name: "2019.csv",
  bytes: new TextEncoder().encode(
    "Date,Description,Amount\n2019-03-02,Village Store,-12.50\n2019-03-03,Old Tram,-2.40\n",
  ),
};

let userId: string;
let itemId: string;
let importId: string;
let account: { id: string; plaidAccountId: string; name: string };

async function importInto(accountId: string) {
  importId = randomUUID();
  const target = { kind: "existing", accountId } as const;
  const choices = { include: [], exclude: [] };
  const wishes = { importId, overrides: {}, target, statedBalance: "", choices };
  await confirmImport({ id: userId, timeZone: "UTC" }, FILE, wishes);
}

async function checkingOf(id: string) {
  const found = (await listAccountsOfItem(database(), id)).find(({ subtype }) => subtype === "checking");
  if (!found) throw new Error("no checking account");
  return found;
}

const rowsOfPerson = () => database().select().from(transactions).where(eq(transactions.userId, userId));
const importedRows = async () =>
  (await rowsOfPerson())
    .filter((row) => row.importId === importId)
    .sort((a, b) => (a.date < b.date ? -1 : 1));

async function expectOnFiles() {
  const connection = (await listConnections(userId)).find(({ source }) => source === "file");
  expect(connection).toMatchObject({ institutionName: "First Platypus Bank", status: "active" });
  expect(connection?.accounts).toMatchObject([
    { id: account.id, name: account.name, balance: null, mask: null },
  ]);
  const rows = await importedRows();
  expect(rows.map(({ date, accountId, itemId: at }) => [date, accountId, at])).toEqual(
    ["2019-03-02", "2019-03-03"].map((date) => [date, account.id, connection?.id]),
  );
  expect((await rowsOfPerson()).filter((row) => row.accountId === account.id)).toHaveLength(2);
  expect(await database().$count(dailyBalances, eq(dailyBalances.accountId, account.id))).toBe(0);
  expect((await listImports(userId)).map(({ id }) => id)).toEqual([importId]);
}

describe("what a person imported into an account of a bank", () => {
  beforeEach(async () => {
    ({ userId, itemId } = await newLink(5, 2));
    await syncItem(itemId);
    account = await checkingOf(itemId);
    await importInto(account.id);
    const [row] = await importedRows();
    await editTransaction(userId, row?.id ?? "", { note: "mine" });
  });

  it.each([
    ["access to the bank has ended", () => endAccess(itemId)],
    ["access to the account has ended", () => endAccountAccess(itemId, account.plaidAccountId)],
    ["the bank is disconnected", () => unlinkItem(userId, itemId)],
  ])("stays on an account of files when %s, with what they said of it", async (_what, end) => {
    await end();
    await expectOnFiles();
    expect(
      await database().select().from(transactionEdits).where(eq(transactionEdits.userId, userId)),
    ).toMatchObject([{ note: "mine" }]);
  });

  it("can still be taken back then, and leaves nothing", async () => {
    await unlinkItem(userId, itemId);
    await undoImport({ id: userId, timeZone: "UTC" }, importId);
    expect(await listConnections(userId)).toEqual([]);
    expect(await rowsOfPerson()).toEqual([]);
  });

  it("goes with a bank of files that is removed", async () => {
    await unlinkItem(userId, itemId);
    const [files] = await listConnections(userId);
    await unlinkItem(userId, files?.id ?? "");
    expect(await rowsOfPerson()).toEqual([]);
  });
});

it("moves on to the same account of a link that takes the place of a broken one", async () => {
  userId = await newPerson();
  const broken = await linkBank(userId, await newBank(userId));
  await syncItem(broken.connectionId);
  await importInto((await checkingOf(broken.connectionId)).id);
  await saveItemProblem(database(), broken.connectionId, {
    status: "error",
    errorCode: "INVALID_ACCESS_TOKEN",
    nextReadAt: null,
  });
  const healed = await linkBank(userId, await newBank(userId));
  expect((await listConnections(userId)).map(({ id }) => id)).toEqual([healed.connectionId]);
  const heir = await checkingOf(healed.connectionId);
  expect((await importedRows()).map(({ accountId, itemId: at }) => [accountId, at])).toEqual([
    [heir.id, healed.connectionId],
    [heir.id, healed.connectionId],
  ]);
  await syncItem(healed.connectionId);
  expect(await importedRows()).toHaveLength(2);
});
