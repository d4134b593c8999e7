import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { AccountsPage } from "./pages/accounts-page";
import { LandingPage } from "./pages/landing-page";
import { TransactionsPage } from "./pages/transactions-page";
import { expectAccessible } from "./support/accessibility";
import { signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/test";

const BANK = "First Platypus Bank";

async function openDemo(page: Page): Promise<TransactionsPage> {
  await new LandingPage(page).open();
  await new LandingPage(page).exploreDemo();
  const transactions = new TransactionsPage(page);
  await transactions.open();
  return transactions;
}

/** A person who may change things: the demo is shared. */
async function openOwn(page: Page): Promise<TransactionsPage> {
  await signUpNewPerson(page);
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.link(BANK);
  await accounts.expectUpdated(BANK);
  const transactions = new TransactionsPage(page);
  await transactions.open();
  return transactions;
}

test("a search is kept in the address, counts what it finds, and can be cleared", async ({ page }) => {
  const transactions = await openDemo(page);
  const all = await transactions.count();
  await transactions.startSearch();
  await page.keyboard.type("coffee");
  await expect(page).toHaveURL(/q=coffee/);
  await expect.poll(() => transactions.count()).toBeLessThan(all);
  const found = await transactions.count();
  await page.reload();
  await expect.poll(() => transactions.count()).toBe(found);
  await expect(transactions.searchField).toHaveValue("coffee");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect.poll(() => transactions.count()).toBe(all);
});

test("a choice shows as many rows as it says", async ({ page }) => {
  const transactions = await openDemo(page);
  await page.getByRole("button", { name: "Category", exact: true }).click();
  const groceries = page
    .getByRole("group", { name: "Category" })
    .getByText("Groceries", { exact: true })
    .locator("..");
  const said = Number((await groceries.locator(".amount").textContent())?.replace(/\D/g, ""));
  expect(said).toBeGreaterThan(0);
  await groceries.getByRole("checkbox").check();
  await expect.poll(() => transactions.count()).toBe(said);
  await expect(page).toHaveURL(/category=groceries/);
});

test("the list scrolls to its end without drawing all of it", async ({ page }) => {
  const transactions = await openDemo(page);
  const all = await transactions.count();
  await expect
    .poll(
      async () => {
        await transactions.grid.evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
        return transactions.rows.last().getAttribute("aria-rowindex");
      },
      { timeout: 60_000 },
    )
    .toBe(String(all));
  expect(await transactions.rows.count()).toBeLessThan(80);
});

test("keys move, open, select and let go", async ({ page }) => {
  const transactions = await openDemo(page);
  await transactions.enterGrid();
  const ids = await transactions.rows.evaluateAll((rows) => rows.map(({ id }) => id));
  const first = ids.indexOf((await transactions.grid.getAttribute("aria-activedescendant")) ?? "");
  await page.keyboard.press("j");
  await expect(transactions.grid).toHaveAttribute("aria-activedescendant", ids[first + 1] ?? "");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(transactions.toolbar).toContainText("2 selected");
  await page.keyboard.press("Escape");
  await expect(transactions.toolbar).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(transactions.sheet.getByText("Bank text")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(transactions.sheet).toHaveCount(0);
  await expect(transactions.grid).toBeFocused();
});

test("the shared demo shows everything and changes nothing", async ({ page }) => {
  const transactions = await openDemo(page);
  await transactions.rows.first().click();
  await expect(transactions.sheet.getByText(/Everybody who opens the demo/)).toBeVisible();
  await expect(transactions.sheet.getByRole("button", { name: "Mark as transfer" })).toHaveCount(0);
});

test("a row gets a category, a note and a tag, and the category is taken back", async ({ page }) => {
  const transactions = await openOwn(page);
  await transactions.rows.first().click();
  const { sheet } = transactions;
  await sheet.getByRole("textbox", { name: "New tag" }).fill("trip");
  await sheet.getByRole("button", { name: "Add", exact: true }).click();
  await expect(sheet.getByText("trip", { exact: true })).toBeVisible();
  await sheet.getByRole("textbox", { name: "Note" }).fill("With Ann");
  await sheet.getByRole("button", { name: "Save the note" }).click();
  await expect(sheet.getByRole("button", { name: "Save the note" })).toHaveCount(0);
  await sheet.getByRole("region", { name: "Category" }).getByRole("button").first().click();
  await transactions.chooseCategory("Pets");
  await expect(sheet.getByRole("button", { name: /Make this a rule: always Pets/ })).toBeVisible();
  await expect(transactions.toast).toContainText("Pets");
  await transactions.undo();
  await expect(sheet.getByRole("button", { name: "As the bank says" })).toHaveCount(0);
  await transactions.open("?tag=trip");
  expect(await transactions.count()).toBe(1);
});

test("all that match are changed at once, and taken back", async ({ page }) => {
  const transactions = await openOwn(page);
  const ofPets = async () => {
    await page.goto("/transactions?category=pets");
    await expect(transactions.summary).toBeVisible();
    return transactions.count();
  };
  const before = await ofPets();
  await transactions.open("?kind=spending");
  const all = await transactions.count();
  await transactions.grid.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(transactions.toolbar).toContainText(`${all.toLocaleString("en-US")} selected`);
  await transactions.toolbar.getByRole("button", { name: "Category" }).click();
  await transactions.chooseCategory("Pets");
  await expect(transactions.toast).toContainText("Pets");
  await transactions.undo();
  expect(await ofPets()).toBe(before);
});

test("the export holds what is filtered", async ({ page }) => {
  const transactions = await openDemo(page);
  await transactions.open("?category=groceries");
  const found = await transactions.count();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(found + 1);
  for (const line of lines.slice(1)) expect(line).toContain("Groceries");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no accessibility rule is broken, also with a row open, in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const transactions = await openDemo(page);
    await expectAccessible(page);
    await transactions.rows.first().click();
    await expect(transactions.sheet.getByText("Bank text")).toBeVisible();
    await expectAccessible(page);
  });
}
