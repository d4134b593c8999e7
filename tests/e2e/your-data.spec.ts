import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import postgres from "postgres";
import { AccountPage } from "./pages/account-page";
import { AccountsPage } from "./pages/accounts-page";
import { ChatPage } from "./pages/chat-page";
import { MoneyPage } from "./pages/money-page";
import { YourDataPage } from "./pages/your-data-page";
import { expectAccessible, expectAccessibleInBothThemes } from "./support/accessibility";
import { type Services, servicesOf } from "./support/application";
import { signUpNewPerson } from "./support/new-person";
import { mongoContents, postgresContents } from "./support/store-contents";
import { expect, test } from "./support/test";

const BANK = "First Platypus Bank";

test.beforeEach(() => test.setTimeout(120_000));

test("everything is downloaded as one archive", async ({ page }) => {
  const { email } = await signUpNewPerson(page);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("How much did I spend last month?");
  const data = new YourDataPage(page);
  await data.open();
  await expectAccessibleInBothThemes(page);
  const download = await data.export();
  expect(download.suggestedFilename()).toMatch(/^purser-everything-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text("profile.json")).toContain(email);
  expect(text("conversations.md")).toContain("How much did I spend last month?");
  expect(text("transactions.csv")).toContain("Merchant");
});

test("an account is deleted with all that is in it, in every tab, and its address is free again", async ({
  page,
  application,
  context,
}) => {
  const person = await signUpNewPerson(page);
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.link(BANK);
  await accounts.expectUpdated(BANK);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("How much money do I have in my accounts?");
  const other = await context.newPage();
  await other.goto("/overview");

  const data = new YourDataPage(page);
  await data.open();
  await data.askToDelete();
  await expect(data.dialog).toContainText(/1 conversation, 1 connected bank, and [\d,]+ transactions/);
  await expectAccessible(page);
  await data.confirm("not the password");
  await expect(data.dialog.getByRole("alert")).toContainText("not your password");
  await data.confirm(person.password);
  await page.waitForURL(/\/account-deleted/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is deleted");
  await expect(
    page.getByText(/1 conversation, 1 connected bank, and [\d,]+ transactions are gone/),
  ).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await other.goto("/overview");
  await other.waitForURL(/\/sign-in/);
  const { databaseUrl, mongoUrl } = await servicesOf(application);
  await expect
    .poll(async () => `${await postgresContents(databaseUrl)}${await mongoContents(mongoUrl)}`, {
      timeout: 30_000,
    })
    .not.toContain("deleted.invalid");

  const account = new AccountPage(page);
  await account.signIn(person);
  await expect(account.problem).toBeVisible();
  await account.signUp(person);
  await page.waitForURL(/\/chat/);
  await accounts.open();
  await expect(page.getByText(BANK)).toHaveCount(0);
});

test("the week that is over is told in the overview until it is put away or turned off", async ({
  page,
  application,
}) => {
  await signUpNewPerson(page);
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.link(BANK);
  await accounts.expectUpdated(BANK);
  const money = new MoneyPage(page);
  const week = money.card("Your week");
  await expect(async () => {
    await makeDigestsDue(await servicesOf(application));
    await money.open("Overview");
    await expect(week).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(week).toContainText(/\$[\d,]+\.\d\d/);
  await expectAccessibleInBothThemes(page);

  const data = new YourDataPage(page);
  await data.open();
  await data.digestSwitch().uncheck();
  await expect(data.digestSwitch()).not.toBeChecked();
  await expect(async () => {
    await money.open("Overview");
    await expect(week).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await data.open();
  await data.digestSwitch().check();
  await expect(async () => {
    await money.open("Overview");
    await expect(week).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await week.getByRole("button", { name: "Put away" }).click();
  await expect(week).toHaveCount(0);
  await page.reload();
  await money.expectOpen("Overview");
  await expect(week).toHaveCount(0);
});

test("the demo says that it cannot be deleted", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Explore the demo" }).first().click();
  await page.waitForURL(/\/chat/);
  const data = new YourDataPage(page);
  await data.open();
  await expect(data.part("Your data")).toContainText("cannot be deleted");
  await expect(data.part("Your data").getByRole("button", { name: "Delete account" })).toHaveCount(0);
});

/** As if it were Monday morning. */
async function makeDigestsDue({ databaseUrl }: Services): Promise<void> {
  const client = postgres(databaseUrl, { max: 1 });
  await client`update users set digest_due_at = now() where not is_demo`;
  await client.end();
}
