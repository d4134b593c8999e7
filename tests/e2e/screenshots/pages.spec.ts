import type { Page } from "@playwright/test";
import { ChatPage } from "../pages/chat-page";
import { LandingPage } from "../pages/landing-page";
import { test } from "../support/test";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
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
    });
  }
}
