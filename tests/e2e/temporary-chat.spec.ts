import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page";
import { MessageTools } from "./pages/message-tools";
import { Sidebar } from "./pages/sidebar";
import { TemporaryChat } from "./pages/temporary-chat";
import { expectAccessibleInBothThemes } from "./support/accessibility";
import { signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/test";

const MONEY = "How much money do I have?";
const OWED = "How much do I owe?";

const view = (page: Page) => ({
  page,
  chat: new ChatPage(page),
  sidebar: new Sidebar(page),
  temporary: new TemporaryChat(page),
});

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  await signUpNewPerson(page);
});

test("a temporary chat goes on over a reload, is in no list, and is gone once it is left", async ({
  page,
  context,
}) => {
  const here = view(page);
  const there = view(await context.newPage());
  await there.chat.open();
  await here.chat.open();
  await here.temporary.toggle.click();
  await expect(here.temporary.notice).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await here.chat.ask(MONEY);
  await page.waitForURL(/\/chat\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(here.temporary.notice).toBeVisible();
  await expect(page).toHaveTitle(/^Temporary chat/);
  await here.chat.ask(OWED);
  await expect(here.chat.questions).toHaveText([MONEY, OWED]);
  await expectAccessibleInBothThemes(page);
  for (const { sidebar } of [here, there])
    await expect(sidebar.conversations.getByRole("link")).toHaveCount(0);

  const address = page.url();
  await here.chat.startNew();
  await expect(here.temporary.toggle).not.toBeChecked();
  await expect(here.temporary.notice).toBeHidden();
  await expect(async () => {
    await there.page.goto(address);
    await expect(there.temporary.missingNotice).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test("what is typed in a temporary chat is not kept in the browser", async ({ page }) => {
  const { chat, temporary } = view(page);
  await chat.open();
  await chat.composer.fill("My walnuts");
  await expect.poll(() => temporary.storedInBrowser()).toContain("walnuts");
  await temporary.toggle.click();
  await expect.poll(() => temporary.storedInBrowser()).not.toContain("walnuts");
  await expect(chat.composer).toHaveValue("My walnuts");
});

test("the palette starts a temporary chat, and opening another page ends it", async ({ page }) => {
  const { chat, temporary } = view(page);
  await chat.open();
  await chat.ask(MONEY);
  await page.keyboard.press("ControlOrMeta+k");
  await new MessageTools(page).palette.getByRole("combobox").fill("temporary");
  await page.keyboard.press("Enter");
  await expect(temporary.notice).toBeVisible();
  await expect(temporary.toggle).toBeChecked();
  await chat.ask(OWED);
  await page.waitForURL(/\/chat\/[0-9a-f-]{36}$/);
  const address = page.url();
  await page.getByRole("link", { name: "Accounts", exact: true }).first().click();
  await page.waitForURL(/\/accounts$/);
  await expect(async () => {
    await page.goto(address);
    await expect(temporary.missingNotice).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test("a tab that shows a temporary chat says so when another tab leaves it", async ({ page, context }) => {
  const here = view(page);
  await here.chat.open();
  await here.temporary.toggle.click();
  await here.chat.ask(MONEY);
  const there = view(await context.newPage());
  await there.chat.open(new URL(page.url()).pathname);
  await expect(there.chat.answers).toHaveCount(1);
  await here.chat.startNew();
  await expect(there.temporary.overNotice).toBeVisible();
  await expect(here.temporary.overNotice).toBeHidden();
});
