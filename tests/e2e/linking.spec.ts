import type { Page } from "@playwright/test";
import postgres from "postgres";
import { AccountsPage } from "./pages/accounts-page";
import { LandingPage } from "./pages/landing-page";
import { expectAccessible } from "./support/accessibility";
import { servicesOf } from "./support/application";
import { signUpNewPerson } from "./support/new-person";
import { bankItems, bankItemsOf, tellBank } from "./support/sandbox-bank";
import { expect, test } from "./support/test";

const PLATYPUS = "First Platypus Bank";
const TIDEWATER = "Tidewater Credit Union";

async function newcomer(page: Page) {
  const person = await signUpNewPerson(page);
  const accounts = new AccountsPage(page);
  await accounts.open();
  return { accounts, person };
}

test("a wrong password is said in place; with the right one, only the chosen accounts are linked", async ({
  page,
}) => {
  const { accounts } = await newcomer(page);
  await accounts.startLinking();
  await accounts.chooseBank(TIDEWATER);
  await accounts.signIn("user_good", "wrong");
  await expect(accounts.windowProblem).toContainText("not right");
  await expect(accounts.window.getByLabel("User name")).toHaveValue("user_good");
  await expect(accounts.window.getByLabel("Password")).toBeFocused();
  await accounts.signIn("user_good", "pass_good");
  await accounts.chooseAccounts("Connect", ["Checking"]);
  await accounts.done(`${TIDEWATER} is connected`);
  await accounts.expectUpdated(TIDEWATER);
  await expect(accounts.accountsOf(TIDEWATER)).toHaveCount(1);
  await expect(accounts.accountsOf(TIDEWATER)).toContainText(/checking/i);
  await expect(accounts.bank(TIDEWATER).getByText(/^Balances as of /)).toBeVisible();
});

test("a bank that asks a question is linked once it is answered", async ({ page }) => {
  const { accounts } = await newcomer(page);
  await accounts.startLinking();
  await accounts.chooseBank(PLATYPUS);
  await accounts.signIn("user_mfa", "any");
  const answer = accounts.window.getByLabel(/code/);
  await answer.fill("0000");
  await accounts.window.getByRole("button", { name: "Continue" }).click();
  await expect(accounts.windowProblem).toContainText("not right");
  await answer.fill("1234");
  await accounts.window.getByRole("button", { name: "Continue" }).click();
  await accounts.chooseAccounts("Connect");
  await accounts.done(`${PLATYPUS} is connected`);
  await expect(accounts.bank(PLATYPUS)).toBeVisible();
});

test("the same bank is told, not added: nothing is exchanged", async ({ page, application }) => {
  const { accounts } = await newcomer(page);
  await accounts.link(TIDEWATER);
  const items = (await bankItems(application)).length;
  await accounts.startLinking();
  await accounts.chooseBank(TIDEWATER);
  await accounts.signIn("user_good", "pass_good");
  await accounts.chooseAccounts("Connect");
  await accounts.done(`You have ${TIDEWATER} already`);
  await expect(accounts.bank(TIDEWATER)).toHaveCount(1);
  expect(await bankItems(application)).toHaveLength(items);
});

test("a bank that asks for a new sign-in is mended in place", async ({ page, application }) => {
  const { accounts, person } = await newcomer(page);
  await accounts.link(PLATYPUS);
  await accounts.expectUpdated(PLATYPUS);
  const [item] = await bankItemsOf(application, person.email);
  const access_token = item?.accessToken;
  await tellBank(application, "/control/problem", { access_token, code: "ITEM_LOGIN_REQUIRED" });
  const signInAgain = accounts.bank(PLATYPUS).getByRole("button", { name: "Sign in again" });
  await expect(async () => {
    await page.reload();
    await expect(signInAgain).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await expect(accounts.bank(PLATYPUS)).toContainText("all that is here stays");
  await expect(accounts.accountsOf(PLATYPUS).first()).toBeVisible();

  await signInAgain.click();
  await accounts.signIn("user_good", "wrong");
  await expect(accounts.windowProblem).toContainText("not right");
  await accounts.signIn("user_good", "pass_good");
  await accounts.done(`${PLATYPUS} is up to date`);
  await accounts.expectUpdated(PLATYPUS);
  await expect(signInAgain).toHaveCount(0);
  // The link is the one it was.
  expect(await bankItemsOf(application, person.email)).toMatchObject([{ accessToken: item?.accessToken }]);
});

test("accounts are taken out and added again later", async ({ page }) => {
  const { accounts } = await newcomer(page);
  await accounts.link(TIDEWATER);
  await accounts.expectUpdated(TIDEWATER);
  const all = await accounts.accountsOf(TIDEWATER).count();
  expect(all).toBeGreaterThan(1);
  await accounts.chooseOption(TIDEWATER, "Choose accounts");
  await accounts.signIn("user_good", "pass_good");
  await accounts.chooseAccounts("Save", ["Checking"]);
  await accounts.done(`${TIDEWATER} is up to date`);
  await expect(accounts.accountsOf(TIDEWATER)).toHaveCount(1);
  await accounts.chooseOption(TIDEWATER, "Choose accounts");
  await accounts.signIn("user_good", "pass_good");
  await accounts.window.getByRole("button", { name: "Choose all" }).click();
  await accounts.chooseAccounts("Save");
  await accounts.done(`${TIDEWATER} is up to date`);
  await expect(accounts.accountsOf(TIDEWATER)).toHaveCount(all);
});

test("refreshing says that it reads, and when it has", async ({ page }) => {
  const { accounts } = await newcomer(page);
  await accounts.link(TIDEWATER);
  await accounts.expectUpdated(TIDEWATER);
  await accounts.chooseOption(TIDEWATER, "Refresh now");
  await expect(accounts.bank(TIDEWATER).getByText(/^(Reading the bank|Updated)/)).toBeVisible();
  await accounts.expectUpdated(TIDEWATER);
});

test("disconnecting says what is deleted, ends the link at the bank, and leaves nothing", async ({
  page,
  application,
}) => {
  const { accounts, person } = await newcomer(page);
  await accounts.link(TIDEWATER);
  await accounts.expectUpdated(TIDEWATER);
  const [item] = await bankItemsOf(application, person.email);
  await accounts.chooseOption(TIDEWATER, "Disconnect…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("all transactions that the bank sent");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(accounts.bank(TIDEWATER)).toBeVisible();
  await accounts.disconnect(TIDEWATER);
  await expect(page.getByText("No bank connected yet")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect
    .poll(async () => (await bankItems(application)).find(({ itemId }) => itemId === item?.itemId)?.removed)
    .toBe(true);

  const client = postgres((await servicesOf(application)).databaseUrl, { max: 1 });
  const [left] = await client<{ accounts: number; rows: number; items: number }[]>`
    select (select count(*)::int from items i where i.user_id = u.id) as items,
           (select count(*)::int from accounts a where a.user_id = u.id) as accounts,
           (select count(*)::int from transactions t where t.user_id = u.id) as rows
      from users u where u.email = ${person.email}`;
  await client.end();
  expect(left).toEqual({ accounts: 0, rows: 0, items: 0 });
});

test("a bank is linked with the keyboard alone, and Escape gives up", async ({ page }) => {
  const { accounts } = await newcomer(page);
  await accounts.connectButton.focus();
  await page.keyboard.press("Enter");
  const search = accounts.window.getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(accounts.window).toHaveCount(0);
  await expect(accounts.connectButton).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(search).toBeFocused();
  await page.keyboard.type("tide");
  await expect(accounts.window.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(accounts.window.getByLabel("User name")).toBeFocused();
  await page.keyboard.type("user_good");
  await page.keyboard.press("Tab");
  await page.keyboard.type("pass_good");
  await page.keyboard.press("Enter");
  const connect = accounts.window.getByRole("button", { name: "Connect", exact: true });
  await expect(connect).toBeVisible();
  for (let presses = 0; presses < 20 && !(await connect.evaluate((it) => it === document.activeElement)); ) {
    await page.keyboard.press("Tab");
    presses += 1;
  }
  await page.keyboard.press("Enter");
  await expect(accounts.window.getByRole("heading", { name: /is connected/ })).toBeVisible();
  await expect(accounts.window.getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(accounts.bank(TIDEWATER)).toBeVisible();
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 390],
] as const) {
  test(`no step of linking breaks an accessibility rule (${colorScheme}, ${width} pixels)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { accounts } = await newcomer(page);
    await expectAccessible(page);
    await accounts.startLinking();
    await expect(accounts.window.getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
    await accounts.chooseBank(PLATYPUS);
    await accounts.signIn("user_good", "wrong");
    await expect(accounts.windowProblem).toBeVisible();
    await expectAccessible(page);
    await accounts.signIn("user_mfa", "any");
    await expect(accounts.window.getByLabel(/code/)).toBeVisible();
    await expectAccessible(page);
    await accounts.window.getByLabel(/code/).fill("1234");
    await accounts.window.getByRole("button", { name: "Continue" }).click();
    await expect(accounts.window.getByRole("checkbox").first()).toBeVisible();
    await expectAccessible(page);
    await accounts.chooseAccounts("Connect");
    await expect(accounts.window.getByRole("heading", { name: /is connected/ })).toBeVisible();
    await expectAccessible(page);
    await accounts.done(/is connected/);
    await expectAccessible(page);
  });
}

test("the demo's banks are shown and cannot be changed", async ({ page }) => {
  const landing = new LandingPage(page);
  await landing.open();
  await landing.exploreDemo();
  const accounts = new AccountsPage(page);
  await accounts.open();
  await expect(accounts.bank(PLATYPUS)).toBeVisible();
  await expect(accounts.connectButton).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("button", { name: /^Options for/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Create an account" })).toBeVisible();
});

test("coming back from a bank without having left says so, and leads back", async ({ page }) => {
  await signUpNewPerson(page);
  await page.goto("/accounts/oauth-return?oauth_state_id=none");
  await expect(page.getByRole("heading", { name: "There is nothing to finish here" })).toBeVisible();
  await page.getByRole("link", { name: "To your accounts" }).click();
  await page.waitForURL(/\/accounts$/);
});
