import { AccountsPage } from "./pages/accounts-page";
import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { MoneyPage } from "./pages/money-page";
import { COLOR_SCHEMES, expectAccessible } from "./support/accessibility";
import { signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/test";

const PAGES = ["Overview", "Spending", "Recurring", "Budgets", "Goals"];
const BANK = "Tidewater Credit Union";

async function openDemo(money: MoneyPage): Promise<void> {
  const landing = new LandingPage(money.page);
  await landing.open();
  await landing.exploreDemo();
}

for (const colorScheme of COLOR_SCHEMES) {
  test.describe(`the pages of money in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("break no accessibility rule", async ({ page }) => {
      const money = new MoneyPage(page);
      await openDemo(money);
      for (const title of PAGES) {
        await money.openFromMenu(title);
        await expectAccessible(page);
      }
    });

    test("fit a phone and break no accessibility rule there", async ({ page }) => {
      const money = new MoneyPage(page);
      await openDemo(money);
      await page.setViewportSize({ width: 390, height: 844 });
      for (const title of PAGES) {
        await money.open(title);
        expect(await money.overflow(), `${title} fits a phone`).toBe(0);
        await expectAccessible(page);
      }
    });
  });
}

test("the overview shows how money stands, and everything on it can be asked about", async ({ page }) => {
  const money = new MoneyPage(page);
  await openDemo(money);
  await money.openFromMenu("Overview");
  await expect(
    money
      .chart("Net worth")
      .getByText(/^\$[\d,.]+$/)
      .first(),
  ).toBeVisible();
  await money.chart("Cash flow").getByRole("button", { name: "Show as table" }).click();
  await expect(money.chart("Cash flow").getByRole("columnheader", { name: "Income" })).toBeVisible();
  const insight = money.card("Worth knowing").getByRole("listitem").first();
  await insight.getByRole("button", { name: /^Show \d+ transactions?$/ }).click();
  await expect(insight.getByRole("row").nth(1)).toBeVisible();
  await money.askAbout("Net worth").click();
  await expect(new ChatPage(page).composer).toHaveValue(/net worth/);
  await page.reload();
  await expect(page).toHaveURL(/\/chat$/);
});

test("spending of any time is compared, and opens to its rows", async ({ page }) => {
  const money = new MoneyPage(page);
  await openDemo(money);
  await money.openFromMenu("Spending");
  await page.getByLabel("Period").selectOption("Last month");
  await expect(page).toHaveURL(/period=last_month/);
  await page.getByLabel("Compared with").selectOption("The same time last year");
  await expect(page).toHaveURL(/against=same_period_last_year/);
  await expect(money.card("Spent").getByText(/(more|less) .*than \$/)).toBeVisible();
  await page
    .getByRole("navigation", { name: "Spending by" })
    .getByRole("link", { name: "Merchants" })
    .click();
  await expect(money.card("By merchant")).toBeVisible();
  await money.card("By merchant").getByRole("listitem").first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/transactions\?.*merchant=/);
});

test("what comes back shows when it is next, what it costs and how its price went", async ({ page }) => {
  const money = new MoneyPage(page);
  await openDemo(money);
  await money.openFromMenu("Recurring");
  await expect(money.card("What comes back").getByText(/a year for \d+ payments/)).toBeVisible();
  const first = money.card("Subscriptions").getByRole("listitem").first();
  await expect(first.getByText(/next on|late/)).toBeVisible();
  await first.getByRole("group").locator("summary").click();
  const prices = first.getByRole("table", { name: /^Prices of/ }).getByRole("row");
  await expect(prices.first()).toHaveText(/Price.*First paid on.*Change/);
  await expect(prices.last()).toHaveText(/\$[\d.,]+.*\d{4}.*First known/);
});

test("everybody shares the demo, so nothing on its pages can be changed", async ({ page }) => {
  const money = new MoneyPage(page);
  await openDemo(money);
  for (const title of ["Budgets", "Goals"]) {
    await money.openFromMenu(title);
    await expect(page.getByText("The demo is shared")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Add a/ })).toHaveCount(0);
  }
});

test("a person without a bank is told what to do", async ({ page }) => {
  await signUpNewPerson(page);
  const money = new MoneyPage(page);
  for (const title of PAGES) {
    await money.openFromMenu(title);
    await expect(page.getByRole("link", { name: "Connect a bank" })).toBeVisible();
  }
});

test("a person sets budgets and goals, changes them and takes them away", async ({ page }) => {
  await signUpNewPerson(page);
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.link(BANK);
  await accounts.expectUpdated(BANK);
  const money = new MoneyPage(page);

  await money.openFromMenu("Budgets");
  await page.getByRole("button", { name: "Add a budget" }).click();
  await money.dialog.getByLabel("Category").selectOption("Groceries");
  await money.dialog.getByLabel("Amount a month").fill("much");
  await money.dialog.getByRole("button", { name: "Save" }).click();
  await expect(money.dialog.getByRole("alert")).toContainText("not an amount");
  await money.dialog.getByLabel("Amount a month").fill("1,400");
  await money.save();
  await expect(money.listItem("Budgets", "Groceries")).toContainText("of $1,400.00");
  await page.getByRole("button", { name: "Change the budget for Groceries" }).click();
  await money.dialog.getByLabel("Amount a month").fill("1500");
  await money.save();
  await expect(money.listItem("Budgets", "Groceries")).toContainText("of $1,500.00");
  await money.remove("the budget for Groceries");
  await expect(money.listItem("Budgets", "Groceries")).toHaveCount(0);

  await money.openFromMenu("Goals");
  await page.getByRole("button", { name: "Add a goal" }).click();
  await money.dialog.getByLabel("Name").fill("A new roof");
  await money.dialog.getByLabel("How much it takes").fill("12,000");
  await money.dialog.getByLabel("Saved so far").fill("3,000");
  await money.save();
  await expect(money.listItem("Goals", "A new roof")).toContainText("$3,000.00 of $12,000.00");
  await page.getByRole("button", { name: "Change the goal A new roof" }).click();
  await money.dialog.getByLabel("Name").fill("Solar roof");
  await money.save();
  await expect(money.listItem("Goals", "Solar roof")).toBeVisible();
  await money.remove("the goal Solar roof");
  await expect(page.getByRole("heading", { name: "No goal yet" })).toBeVisible();
});
