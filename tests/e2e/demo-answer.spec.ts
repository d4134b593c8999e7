import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { paintedTexts, watchPaints } from "./support/paints";
import { expect, test } from "./support/test";

const GROCERIES = "How much did I spend on groceries last month?";
const LONG_ANSWER = "Show my spending by merchant this year";

test.describe("from the landing page to an answered question", () => {
  test.beforeEach(async ({ page }) => {
    const landing = new LandingPage(page);
    await landing.open();
    await landing.exploreDemo();
  });

  test("the answer arrives in more than one paint", async ({ page }) => {
    const chat = new ChatPage(page);
    await watchPaints(page);
    await chat.ask(GROCERIES);
    const paints = await paintedTexts(page);
    expect(paints.length).toBeGreaterThan(3);
    for (const [index, text] of paints.entries()) {
      if (index > 0)
        expect(text.length, "shown text never shrinks").toBeGreaterThanOrEqual(
          paints[index - 1]?.length ?? 0,
        );
    }
    expect(await chat.answerText()).toMatch(/\$\d/);
  });

  test("a reload in the middle of an answer goes on without a missing or doubled character", async ({
    page,
  }) => {
    const chat = new ChatPage(page);
    await chat.send(LONG_ANSWER);
    await expect(chat.lastAnswer).toContainText(/\w{3}/);
    await expect(chat.lastAnswer).toHaveAttribute("data-status", "running");
    await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
    await page.reload();
    await chat.expectStatus("completed");
    const resumed = await chat.answerText();

    await page.reload();
    await expect(chat.lastAnswer).toBeVisible();
    expect(await chat.answerText()).toBe(resumed);
    await expect(chat.questions).toHaveCount(1);
    await expect(chat.answers).toHaveCount(1);

    const whole = await chat.ask(LONG_ANSWER);
    await expect(whole).toBeVisible();
    expect(await chat.answerText()).toBe(resumed);
  });

  test("the interface says that the offline analyst answers", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.ask(GROCERIES);
    await expect(chat.lastAnswer).toContainText("Offline analyst");
  });

  test("stop ends the answer and what was kept does not grow back", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.send(LONG_ANSWER);
    await expect(chat.lastAnswer).toContainText(/\w{3}/);
    await chat.stopButton.click();
    await chat.expectStatus("stopped");
    const kept = await chat.answerText();
    await page.reload();
    await expect(chat.lastAnswer).toHaveAttribute("data-status", "stopped");
    expect(await chat.answerText()).toBe(kept);
  });

  test("the conversation is listed, opens again, and can be deleted", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.ask("What did I spend on coffee this month?");
    const entry = chat.conversations.getByRole("link", { name: /coffee this month/ }).first();
    await expect(entry).toBeVisible();
    await page
      .getByRole("link", { name: "New chat" })
      .or(page.getByRole("button", { name: "New chat" }))
      .first()
      .click();
    await expect(chat.answers).toHaveCount(0);
    await entry.click();
    await expect(chat.answers).toHaveCount(1);
  });
});
