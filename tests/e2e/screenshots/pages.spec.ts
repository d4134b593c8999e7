import type { Page } from "@playwright/test";
import { AccountsPage } from "../pages/accounts-page";
import { ChatPage } from "../pages/chat-page";
import { ImportPage } from "../pages/import-page";
import { LandingPage } from "../pages/landing-page";
import { signUpNewPerson } from "../support/new-person";
import { bankItemsOf, tellBank } from "../support/sandbox-bank";
import { expect, test } from "../support/test";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const BANK = "Tidewater Credit Union";
const FILE = `Date,Description,Amount,Balance
2026-01-20,Village shop,-12.50,1087.50
2026-01-21,Salary Example Ltd,2000.00,3087.50
2026-01-22,Tram,-2.40,3085.10
2026-02-31,Broken,-1.00,3084.10
`;
const THEMES = ["light", "dark"] as const;

/** Pictures of every page, for looking at; docs/images/chat.png is the one that the README shows. */
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of THEMES) {
    test.describe(`${size}, ${theme}`, () => {
      test.use({ viewport, colorScheme: theme, reducedMotion: "reduce", deviceScaleFactor: 2 });
      const take = (page: Page, name: string) =>
        page.screenshot({
          path: `test-results/screenshots/${name}-${size}-${theme}.png`,
          animations: "disabled",
        });

      test("before the door", async ({ page }) => {
        for (const [name, path] of [
          ["landing", "/"],
          ["sign-in", "/sign-in"],
          ["sign-up", "/sign-up"],
        ] as const) {
          await page.goto(path);
          await take(page, name);
        }
      });

      test("inside", async ({ page }) => {
        const landing = new LandingPage(page);
        await landing.open();
        await landing.exploreDemo();
        const chat = new ChatPage(page);
        await chat.composer.waitFor();
        await take(page, "new-chat");
        await chat.ask("How much did I spend on groceries last month?");
        await take(page, "answer");
        await chat.lastAnswer.getByRole("button", { name: /Added up/ }).click();
        await take(page, "rows");
        await chat.ask("Compare restaurants in September and October");
        await take(page, "comparison");
        if (size === "desktop" && theme === "light") await page.screenshot({ path: "docs/images/chat.png" });
        if (size === "phone") {
          await page.getByRole("button", { name: "Open the menu" }).click();
          await page.getByRole("navigation", { name: "Conversations" }).waitFor();
          await take(page, "menu");
        }
        await page.goto("/accounts");
        await take(page, "accounts");
        await page.goto("/chat/00000000-0000-4000-8000-000000000000");
        await take(page, "not-found");
      });

      test("living with banks", async ({ page, application }) => {
        const { email } = await signUpNewPerson(page);
        const accounts = new AccountsPage(page);
        await accounts.open();
        await take(page, "no-banks");
        await accounts.startLinking();
        await take(page, "link-banks");
        await accounts.chooseBank(BANK);
        await take(page, "link-sign-in");
        await accounts.signIn("user_good", "pass_good");
        await expect(accounts.window.getByRole("heading", { name: "Choose accounts" })).toBeVisible();
        await take(page, "link-accounts");
        await accounts.chooseAccounts("Connect");
        await expect(accounts.window.getByRole("button", { name: "Done" })).toBeVisible();
        await take(page, "link-done");
        await accounts.done(`${BANK} is connected`);
        await accounts.expectUpdated(BANK);
        await take(page, "banks");
        const [item] = await bankItemsOf(application, email);
        const problem = { access_token: item?.accessToken, code: "ITEM_LOGIN_REQUIRED" };
        await tellBank(application, "/control/problem", problem);
        await expect(async () => {
          await page.reload();
          await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible({ timeout: 2_000 });
        }).toPass({ timeout: 45_000 });
        await take(page, "sign-in-again");
        await accounts.chooseOption(BANK, "Disconnect…");
        await page.getByRole("alertdialog").waitFor();
        await take(page, "disconnect");
      });

      test("importing a file", async ({ page }) => {
        await signUpNewPerson(page);
        const importPage = new ImportPage(page);
        await importPage.open();
        await take(page, "import");
        await importPage.choose("january.csv", FILE);
        await expect(importPage.rows.first()).toBeVisible();
        await page.screenshot({
          path: `test-results/screenshots/import-preview-${size}-${theme}.png`,
          fullPage: true,
          animations: "disabled",
        });
      });
    });
  }
}
