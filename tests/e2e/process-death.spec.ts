import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { type Application, processOf, startApplication } from "./support/application";
import { expect, test } from "./support/test";

const LONG_ANSWER = "Show my spending by merchant this year";

test.describe("when a process dies in the middle of an answer", () => {
  test.describe.configure({ mode: "serial", timeout: 180_000 });
  let own: Application;
  test.use({ application: async ({}, use) => use({ url: own.url, dataDirectory: own.dataDirectory }) });
  test.beforeAll(async () => {
    own = await startApplication();
  });
  test.afterAll(async () => {
    await own.stop();
  });

  for (const part of ["worker", "web", "redis", "mongo", "postgres"]) {
    test(`kill -9 of ${part}: the answer ends complete or with a retry, and a retry completes it`, async ({
      page,
    }) => {
      const chat = new ChatPage(page);
      await new LandingPage(page).open();
      await new LandingPage(page).exploreDemo();
      await chat.send(LONG_ANSWER);
      await expect(chat.lastAnswer).toContainText(/\w{3}/);
      process.kill(await processOf(own, part), "SIGKILL");
      await expect(chat.lastAnswer).toHaveAttribute("data-status", /completed|interrupted|failed/, {
        timeout: 90_000,
      });
      if ((await chat.lastAnswer.getAttribute("data-status")) !== "completed") {
        await page.getByRole("button", { name: "Retry" }).click();
        await chat.expectStatus("completed");
      }
      const shown = await chat.answerText();
      await page.reload();
      await expect(chat.lastAnswer).toHaveAttribute("data-status", "completed");
      expect(await chat.answerText()).toBe(shown);
    });
  }
});
