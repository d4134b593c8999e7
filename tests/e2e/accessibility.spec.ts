import AxeBuilder from "@axe-core/playwright";
import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page breaks an accessibility rule in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const expectClean = async () => {
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length, "axe looked at something").toBeGreaterThan(5);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`),
      ).toEqual([]);
    };
    for (const path of ["/sign-in", "/sign-up", "/"]) {
      await page.goto(path);
      await expectClean();
    }
    await new LandingPage(page).exploreDemo();
    await expectClean();
    await new ChatPage(page).ask("Show my spending by category last month");
    await expectClean();
    await page.goto("/accounts");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectClean();
  });
}
