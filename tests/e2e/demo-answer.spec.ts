import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { expect, test } from "./support/test";

const GROCERIES = "How much did I spend on groceries last month?";

test.describe("from the landing page to an answered question", () => {
  test.beforeEach(async ({ page }) => {
    const landing = new LandingPage(page);
    await landing.open();
    await landing.exploreDemo();
  });

  test("the amount streams in, in more than one piece", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.ask(GROCERIES);
    // Pieces of the stream, not paints: how many of them one paint of a busy browser shows is up to the machine.
    const conversationId = new URL(page.url()).pathname.split("/").at(-1);
    const stream = await page.request.get(`/api/chat/${conversationId}/stream?after=0`);
    expect((await stream.text()).match(/"type":"text-delta"/g)?.length).toBeGreaterThan(1);
    expect(await chat.answerText()).toMatch(/\$\d/);
  });

  test("a number opens to how it was computed, at once and after a reload", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.ask(GROCERIES);
    await chat.openNumber(/\$\d/);
    await expect(chat.numberOrigin).toContainText("takes refunds off");
    await page.keyboard.press("Escape");
    await expect(chat.numberOrigin).toBeHidden();
    await page.reload();
    await chat.openNumber(/\$\d/);
    await expect(chat.numberOrigin).toContainText("Bank data as of");
  });

  test("the interface says that the offline analyst answers", async ({ page }) => {
    const chat = new ChatPage(page);
    await chat.ask(GROCERIES);
    await expect(chat.lastAnswer).toContainText("Offline analyst");
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
