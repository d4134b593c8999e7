import type { Page } from "@playwright/test";
import { AccountPage } from "./pages/account-page";
import { ChatPage } from "./pages/chat-page";
import { HistoryPage } from "./pages/history-page";
import { Sidebar } from "./pages/sidebar";
import { expectAccessible, expectAccessibleInBothThemes } from "./support/accessibility";
import { signUpNewPerson } from "./support/new-person";
import { keepOldConversations } from "./support/old-conversations";
import { expect, test } from "./support/test";

const GROCERIES = "How much did I spend on groceries last month?";
const RENT = "Can I afford a rent of $1,234 a month?";

const view = (page: Page) => ({
  page,
  chat: new ChatPage(page),
  sidebar: new Sidebar(page),
  history: new HistoryPage(page),
});

async function ask(chat: ChatPage, question: string) {
  await chat.open();
  await chat.ask(question);
}

test.beforeEach(() => test.setTimeout(120_000));

test("a word of a message is found, and the keyboard alone leads to that message", async ({ page }) => {
  await signUpNewPerson(page);
  const { chat, history } = view(page);
  await ask(chat, GROCERIES);
  await ask(chat, "Show my net worth");
  await history.searchUntilFound("spend groc");
  await expect(history.found.first()).toContainText(GROCERIES);
  await page.keyboard.press("ArrowDown");
  await expect(history.chosen).toContainText("You asked");
  await page.keyboard.press("Enter");
  await expect(chat.questions).toHaveText([GROCERIES]);
  await expect(chat.questions.first()).toBeFocused();
  await expect(chat.questions.first()).toBeInViewport();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
});

test("a search says when nothing is found, and breaks no accessibility rule", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signUpNewPerson(page);
  const { history } = view(page);
  await history.search("zebra");
  await expect(page.getByText("Nothing has all of these words.")).toBeVisible();
  await expectAccessible(page);
});

test("a conversation is pinned, archived and put back, here and in another tab", async ({
  page,
  context,
}) => {
  await signUpNewPerson(page);
  const here = view(page);
  await ask(here.chat, GROCERIES);
  await ask(here.chat, RENT);
  const there = view(await context.newPage());
  await there.chat.open();
  await here.sidebar.choose(GROCERIES, "Pin");
  for (const { sidebar } of [here, there]) await expect(sidebar.group("Pinned")).toHaveText([GROCERIES]);
  await here.sidebar.choose(GROCERIES, "Archive");
  for (const { sidebar } of [here, there]) await expect(sidebar.conversation(GROCERIES)).toBeHidden();
  await there.history.openArchive();
  await expectAccessible(there.page);
  await there.history.archive.getByRole("button", { name: `Put back ${GROCERIES}` }).click();
  await there.page.keyboard.press("Escape");
  for (const { sidebar } of [here, there]) await expect(sidebar.group("Today").first()).toBeVisible();
  for (const { sidebar } of [here, there]) await expect(sidebar.conversation(GROCERIES)).toBeVisible();
});

test("an archived conversation says so while it is open, and is moved back by a click or by a question", async ({
  page,
}) => {
  await signUpNewPerson(page);
  const { chat, sidebar, history } = view(page);
  await ask(chat, GROCERIES);
  const address = page.url();
  for (const moveBack of [() => history.moveBack(), () => chat.ask(RENT)]) {
    await sidebar.choose(GROCERIES, "Archive");
    await expect(sidebar.conversation(GROCERIES)).toBeHidden();
    await page.goto(address);
    await expect(history.archivedNotice).toBeVisible();
    await expectAccessibleInBothThemes(page);
    await moveBack();
    await expect(history.archivedNotice).toBeHidden();
    await expect(sidebar.conversation(GROCERIES)).toBeVisible();
  }
  await page.reload();
  await expect(chat.questions).toHaveText([GROCERIES, RENT]);
  await expect(history.archivedNotice).toBeHidden();
});

test("what is deleted is back with one click, where it was open", async ({ page, context }) => {
  await signUpNewPerson(page);
  const here = view(page);
  await ask(here.chat, GROCERIES);
  const there = view(await context.newPage());
  await there.chat.open(new URL(page.url()).pathname);
  await here.sidebar.delete(GROCERIES);
  await expect(here.sidebar.conversation(GROCERIES)).toBeHidden();
  await expect(here.chat.answers).toHaveCount(0);
  await expect(there.sidebar.deletedNotice).toBeVisible();
  await here.sidebar.undoDelete();
  await expect(here.chat.questions).toHaveText([GROCERIES]);
  await expect(here.sidebar.conversation(GROCERIES)).toBeVisible();
  await expect(there.sidebar.deletedNotice).toBeHidden();
  await expect(there.chat.questions).toHaveText([GROCERIES]);
  await page.reload();
  await expect(here.chat.answers).toHaveCount(1);
});

test("a conversation, and all of them, can be taken along as files", async ({ page }) => {
  await signUpNewPerson(page);
  const { chat, sidebar, history } = view(page);
  await ask(chat, GROCERIES);
  await ask(chat, RENT);
  const markdown = await history.download(() => sidebar.choose(RENT, "Export as Markdown"));
  expect(markdown).toContain(`# ${RENT}\n\n## You, `);
  const all = JSON.parse(await history.exportAll("JSON"));
  expect(all.conversations.map(({ title }: { title: string }) => title)).toEqual([RENT, GROCERIES]);
});

test("a link shows a conversation without amounts to anybody, until it is revoked", async ({
  page,
  browser,
}) => {
  await signUpNewPerson(page);
  const { chat, sidebar, history } = view(page);
  await ask(chat, RENT);
  await sidebar.choose(RENT, "Share");
  await expectAccessible(page);
  const address = await history.createLink();
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(address);
  await expect(reader.getByRole("article", { name: "Question" })).toHaveText(
    "Can I afford a rent of (hidden) a month?",
  );
  await expect(reader.getByRole("article", { name: "Answer" })).toBeVisible();
  expect(await reader.content()).not.toContain("1,234");
  await expect(reader.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  await expect(reader.locator("meta[name=referrer]")).toHaveAttribute("content", "no-referrer");
  await expectAccessible(reader);
  await history.revokeLink();
  await reader.reload();
  await expect(reader.getByRole("heading", { name: "This link shows nothing any more" })).toBeVisible();
  await context.close();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("searching leads out of the menu to what was found", async ({ page }) => {
    await signUpNewPerson(page);
    const { chat, history } = view(page);
    await ask(chat, GROCERIES);
    await page.goto("/chat");
    await history.openMenuOnPhone();
    await history.searchUntilFound("groceries");
    await history.found.nth(1).click();
    await expect(chat.questions).toHaveText([GROCERIES]);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test("conversations of years ago are a click below the newest, and so is a long archive", async ({
  page,
  application,
}) => {
  const { email } = await signUpNewPerson(page);
  await keepOldConversations(application, email, { count: 230 });
  await keepOldConversations(application, email, { count: 3, isArchived: true });
  await page.goto("/chat");
  const { sidebar, history } = view(page);
  await expect(sidebar.conversation("Old 230")).toBeVisible();
  await expect(sidebar.conversation("Old 001")).toHaveCount(0);
  await sidebar.showOlder();
  await expect(sidebar.conversation("Old 001")).toBeVisible();
  await expect(sidebar.older).toHaveCount(0);
  await history.openArchive();
  await history.archive.getByRole("button", { name: "Show older" }).click();
  await expect(history.archive.getByRole("link")).toHaveText([
    "Put away 003",
    "Put away 002",
    "Put away 001",
  ]);
});

test("another person's conversation is neither exported nor shared", async ({ page, browser }) => {
  await signUpNewPerson(page);
  const { chat } = view(page);
  await ask(chat, GROCERIES);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const context = await browser.newContext();
  const stranger = await context.newPage();
  const person = {
    name: "Sam",
    email: `sam-${crypto.randomUUID()}@purser.example`,
    password: "correct horse battery",
  };
  await new AccountPage(stranger).signUp(person);
  await stranger.waitForURL(/\/chat/);
  const response = await stranger.request.get(`/api/chat/${id}/export?format=json`);
  expect(response.status()).toBe(404);
  await context.close();
});
