import postgres from "postgres";
import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { processOf, servicesOf } from "./support/application";
import { monthsAgo } from "./support/calendar";
import { heldAnswer } from "./support/held-answer";
import { paintedTexts, watchPaints } from "./support/paints";
import { expect, LONG_TEXT, longAnswer, test } from "./support/scripted-application";

const WHOLE = LONG_TEXT.join("").trim();
const QUESTION = "Tell me a long story about my money";

test.beforeEach(async ({ page, scripted }) => {
  scripted.model.script([longAnswer]);
  const landing = new LandingPage(page);
  await landing.open();
  await landing.exploreDemo();
});

test("a model over HTTP answers from the person's own rows, through the same tools", async ({
  page,
  scripted,
}) => {
  const { start, end, name } = monthsAgo(2);
  const { databaseUrl } = await servicesOf(scripted.application);
  const client = postgres(databaseUrl, { max: 1 });
  const [row] = await client<{ spent: string }[]>`
    select -sum(t.amount_minor) as spent from transactions t join users u on u.id = t.user_id
    where u.email = 'demo@purser.example' and t.plaid_category_detailed = 'FOOD_AND_DRINK_GROCERIES'
      and t.date between ${start} and ${end}`;
  await client.end();
  const expected = (Number(row?.spent) / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
  scripted.model.script([
    {
      kind: "tool-calls",
      calls: [{ name: "summarize_spending", args: { period: { start, end }, categories: ["groceries"] } }],
    },
    {
      kind: "text-from-tools",
      write: (contents) => `It was ${/\$[\d,]+\.\d\d/.exec(contents.join(" "))?.[0]}.`,
    },
  ]);
  const chat = new ChatPage(page);
  await chat.ask(`What did I spend on groceries in ${name}?`);
  expect(await chat.answerText()).toContain(`It was ${expected}.`);
  await expect(chat.lastAnswer).toContainText("scripted-model");
});

test("the answer arrives in many paints and never shrinks", async ({ page }) => {
  const chat = new ChatPage(page);
  await watchPaints(page);
  await chat.ask(QUESTION);
  const paints = await paintedTexts(page);
  expect(paints.length).toBeGreaterThan(3);
  const lengths = paints.map((text) => text.length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(await chat.answerText()).toBe(WHOLE);
});

test("a reload in the middle goes on without a missing or doubled character, and another finds it whole", async ({
  page,
  scripted,
}) => {
  const { answer, letGo } = heldAnswer();
  scripted.model.script([answer]);
  const chat = new ChatPage(page);
  await chat.send(QUESTION);
  await expect(chat.lastAnswer).toContainText("word5 ");
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(chat.lastAnswer).toHaveAttribute("data-status", "running");
  letGo();
  await chat.expectStatus("completed");
  expect(await chat.answerText()).toBe(WHOLE);
  await page.reload();
  await expect(chat.lastAnswer).toHaveAttribute("data-status", "completed");
  expect(await chat.answerText()).toBe(WHOLE);
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.answers).toHaveCount(1);
});

test("a connection that drops is taken up again without a missing or doubled character", async ({ page }) => {
  const chat = new ChatPage(page);
  await chat.send(QUESTION);
  await expect(chat.lastAnswer).toContainText("word5 ");
  await page.context().setOffline(true);
  await page.waitForTimeout(1_000);
  await page.context().setOffline(false);
  await chat.expectStatus("completed");
  expect(await chat.answerText()).toBe(WHOLE);
});

test("stop ends the answer, closes the request to the model, and what was kept does not grow back", async ({
  page,
  scripted,
}) => {
  const chat = new ChatPage(page);
  await chat.send(QUESTION);
  await expect(chat.lastAnswer).toContainText("word5 ");
  await chat.stopButton.click();
  await chat.expectStatus("stopped");
  await expect.poll(() => scripted.model.requests.at(-1)?.closedByClientAt).toBeDefined();
  const kept = await chat.answerText();
  expect(WHOLE.startsWith(kept.split("\n")[0]?.trim() ?? "-")).toBe(true);
  await page.reload();
  await expect(chat.lastAnswer).toHaveAttribute("data-status", "stopped");
  expect(await chat.answerText()).toBe(kept);
});

test("a model that fails is told in words, with a retry that works", async ({ page, scripted }) => {
  scripted.model.script([
    { kind: "cut", pieces: ["It begins "] },
    { kind: "text", pieces: ["Now it works."] },
  ]);
  const chat = new ChatPage(page);
  await chat.send(QUESTION);
  await chat.expectStatus("failed");
  await chat.lastAnswer.getByRole("button", { name: "Retry" }).click();
  await chat.expectStatus("completed");
  expect(await chat.answerText()).toBe("Now it works.");
});

for (const part of ["worker", "web", "redis", "mongo", "postgres"]) {
  test(`kill -9 of ${part} in the middle: the answer completes or ends with a retry that completes it`, async ({
    page,
    scripted,
    consoleErrors,
  }) => {
    test.setTimeout(180_000);
    const chat = new ChatPage(page);
    await chat.send(QUESTION);
    await expect(chat.lastAnswer).toContainText("word5 ");
    process.kill(await processOf(scripted.application, part), "SIGKILL");
    await expect(chat.lastAnswer).toHaveAttribute("data-status", /completed|interrupted|failed/, {
      timeout: 90_000,
    });
    if ((await chat.lastAnswer.getAttribute("data-status")) !== "completed") {
      await chat.lastAnswer.getByRole("button", { name: "Retry" }).click();
      await chat.expectStatus("completed");
    }
    expect(await chat.answerText()).toBe(WHOLE);
    await page.reload();
    await expect(chat.lastAnswer).toHaveAttribute("data-status", "completed");
    expect(await chat.answerText()).toBe(WHOLE);
    // While a part is away the page may well complain.
    consoleErrors.length = 0;
  });
}
