import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { COLOR_SCHEMES, expectAccessible } from "./support/accessibility";
import { expect, test } from "./support/test";

for (const colorScheme of COLOR_SCHEMES) {
  test(`no page breaks an accessibility rule in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/sign-in", "/sign-up", "/"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await new LandingPage(page).exploreDemo();
    await expectAccessible(page);
    await new ChatPage(page).ask("Show my spending by category last month");
    await expectAccessible(page);
    await page.goto("/accounts");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
