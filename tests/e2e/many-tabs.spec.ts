import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { AccountPage } from "./pages/account-page";
import { ChatPage } from "./pages/chat-page";
import { Sidebar } from "./pages/sidebar";
import { heldAnswer } from "./support/held-answer";
import { type NewPerson, signUpNewPerson } from "./support/new-person";
import { expect, LONG_TEXT, longAnswer, test } from "./support/scripted-application";

const WHOLE = LONG_TEXT.join("").trim();
/** Long enough to look at it from everywhere. */
const SLOW = { ...longAnswer, pieceMilliseconds: 150 };
const QUICK = { kind: "text", pieces: ["Here ", "you ", "are."] } as const;

const view = (page: Page) => ({ page, chat: new ChatPage(page), sidebar: new Sidebar(page) });

/** The same person on another device: a browser that shares nothing with the first. */
async function otherDevice(browser: Browser, person: NewPerson) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await new AccountPage(page).signIn(person);
  await page.waitForURL(/\/chat/);
  return { context, ...view(page) };
}

const newQuestion = () => `Question ${randomUUID().slice(0, 8)}`;

let person: NewPerson;
const contexts: BrowserContext[] = [];

test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000);
  person = await signUpNewPerson(page);
});

test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

test("a question asked on one device is seen, followed and stopped on another", async ({
  page,
  browser,
  scripted,
}) => {
  scripted.model.script([SLOW]);
  const laptop = view(page);
  const phone = await otherDevice(browser, person);
  contexts.push(phone.context);
  const question = newQuestion();
  await laptop.chat.send(question);
  await expect(phone.sidebar.spinner(question)).toBeVisible();
  await phone.sidebar.conversation(question).click();
  await expect(phone.chat.lastAnswer).toContainText("word5 ");
  const seen = await phone.chat.answerText();
  expect(WHOLE.startsWith(seen.slice(0, 20))).toBe(true);
  await phone.chat.stopButton.click();
  await laptop.chat.expectStatus("stopped");
  await phone.chat.expectStatus("stopped");
  await expect(laptop.sidebar.spinner(question)).toBeHidden();
  await expect(phone.sidebar.spinner(question)).toBeHidden();
});

test("a conversation that is open on two devices shows on both what is asked on one", async ({
  page,
  browser,
  scripted,
}) => {
  scripted.model.script([QUICK]);
  const laptop = view(page);
  await laptop.chat.ask(newQuestion());
  const phone = await otherDevice(browser, person);
  contexts.push(phone.context);
  await phone.chat.open(new URL(page.url()).pathname);
  scripted.model.script([longAnswer]);
  const next = newQuestion();
  await phone.chat.send(next);
  await expect(laptop.chat.questions.last()).toContainText(next);
  await expect(laptop.chat.lastAnswer).toHaveAttribute("data-status", "running");
  await laptop.chat.expectStatus("completed");
  expect(await laptop.chat.answerText()).toBe(WHOLE);
  await expect(laptop.chat.questions).toHaveCount(2);
  await expect(laptop.chat.answers).toHaveCount(2);
});

test("an answer that ends where nobody looks is announced, marked, and marked as seen when it is opened", async ({
  page,
  scripted,
}) => {
  scripted.model.script([longAnswer]);
  const { chat, sidebar } = view(page);
  const question = newQuestion();
  await chat.send(question);
  await expect(sidebar.spinner(question)).toBeVisible();
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(sidebar.message).toContainText(`Your answer in ${question} is ready.`, { timeout: 60_000 });
  await expect(sidebar.unreadMark(question)).toBeVisible();
  await expect(sidebar.spinner(question)).toBeHidden();
  await sidebar.message.getByRole("link", { name: question }).click();
  await chat.expectStatus("completed");
  expect(await chat.answerText()).toBe(WHOLE);
  await expect(sidebar.message).toBeHidden();
  await expect(sidebar.unreadMark(question)).toBeHidden();
});

test("renaming and deleting are seen at once elsewhere, also where the conversation is open", async ({
  page,
  browser,
  scripted,
}) => {
  scripted.model.script([QUICK]);
  const laptop = view(page);
  const question = newQuestion();
  await laptop.chat.ask(question);
  const phone = await otherDevice(browser, person);
  contexts.push(phone.context);
  await phone.sidebar.rename(question, "Groceries of May");
  await expect(laptop.sidebar.conversation("Groceries of May")).toBeVisible();
  await expect(laptop.sidebar.conversation(question)).toBeHidden();
  await phone.sidebar.delete("Groceries of May");
  await expect(laptop.sidebar.deletedNotice).toBeVisible();
  await expect(laptop.sidebar.conversation("Groceries of May")).toBeHidden();
  await laptop.page.getByRole("button", { name: "Start a new chat" }).click();
  await expect(laptop.chat.composer).toBeVisible();
  await expect(phone.sidebar.deletedNotice).toBeHidden();
});

test("an answer goes on when every tab is closed", async ({ page, context, scripted }) => {
  scripted.model.script([longAnswer]);
  const { chat } = view(page);
  await chat.send(newQuestion());
  await expect(chat.lastAnswer).toContainText("word3 ");
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  const { pathname } = new URL(page.url());
  await page.close();
  const later = view(await context.newPage());
  await later.chat.open(pathname);
  await later.chat.expectStatus("completed");
  expect(await later.chat.answerText()).toBe(WHOLE);
});

test("eight tabs of one browser load, answer and hear of one another over one feed", async ({
  page,
  context,
  scripted,
}) => {
  const { answer, letGo } = heldAnswer();
  scripted.model.script([answer]);
  let feeds = 0;
  context.on("request", (request) => {
    if (request.url().endsWith("/api/events")) feeds += 1;
  });
  const tabs = [view(page)];
  await tabs[0]?.chat.open();
  while (tabs.length < 8) {
    const tab = view(await context.newPage());
    await tab.chat.open();
    tabs.push(tab);
  }
  const question = newQuestion();
  const last = tabs.at(-1);
  await last?.chat.send(question);
  for (const { sidebar } of tabs) await expect(sidebar.spinner(question)).toBeVisible();
  letGo();
  await last?.chat.expectStatus("completed");
  for (const { sidebar } of tabs) await expect(sidebar.spinner(question)).toBeHidden();
  // The one of the page that signed up, and the one that followed when that page was loaded anew.
  expect(feeds).toBeLessThanOrEqual(2);
  // The tab that leads goes; another takes over.
  await tabs.shift()?.page.close();
  await last?.sidebar.rename(question, "Still heard");
  for (const { sidebar } of tabs) await expect(sidebar.conversation("Still heard")).toBeVisible();
});
