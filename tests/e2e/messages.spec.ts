import { LandingPage } from "./pages/landing-page";
import { MessageTools } from "./pages/message-tools";
import { expectAccessible } from "./support/accessibility";
import { signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/test";

const MONEY = "How much money do I have?";
const OWED = "How much do I owe?";
/** A question, beside which stands which of its versions it is. */
const beginsWith = (text: string) => new RegExp(`^${text.replaceAll("?", "\\?")}`);

test.describe("the versions of a message", () => {
  test.beforeEach(async ({ page }) => {
    await signUpNewPerson(page);
  });

  test("a question asked differently is a branch that stays, and the choice of it too", async ({ page }) => {
    const tools = new MessageTools(page);
    await tools.chat.ask(MONEY);
    await tools.chat.ask("What were my largest purchases this month?");
    await tools.edit(0, OWED);
    expect(await tools.versions()).toEqual(["2 of 2"]);
    await tools.turn("Previous");
    await expect(tools.chat.questions).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Next version" })).toBeFocused();
    await page.reload();
    await expect(tools.chat.questions).toHaveText([beginsWith(MONEY), /largest purchases/]);
    await tools.turn("Next");
    await expect(tools.chat.questions).toHaveText([beginsWith(OWED)]);
  });

  test("an answer written again stands beside the first", async ({ page }) => {
    const tools = new MessageTools(page);
    await tools.chat.ask(MONEY);
    await tools.chat.lastAnswer.getByRole("button", { name: "Answer again" }).click();
    await expect(page.getByRole("group", { name: "Version 2 of 2" })).toBeVisible();
    await page.reload();
    await tools.turn("Previous");
    await expect(page.getByRole("group", { name: "Version 1 of 2" })).toBeVisible();
    await expectAccessible(page);
  });

  test("another tab follows what is asked differently", async ({ page, context }) => {
    const tools = new MessageTools(page);
    await tools.chat.ask(MONEY);
    const other = await context.newPage();
    const there = new MessageTools(other);
    await there.chat.open(new URL(page.url()).pathname);
    await expect(there.chat.answers).toHaveCount(1);
    await tools.edit(0, OWED);
    await other.bringToFront();
    await expect(there.chat.questions).toHaveText([beginsWith(OWED)]);
    await expect(other.getByRole("group", { name: "Version 2 of 2" })).toBeVisible();
  });

  test("what a person thinks of an answer is kept and can be changed", async ({ page }) => {
    const tools = new MessageTools(page);
    await tools.chat.ask(MONEY);
    await tools.rate("Bad answer");
    await page.getByText("A number is wrong").click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Send", exact: true }).last().click();
    await expect(tools.rating("Bad answer")).toBeVisible();
    await page.reload();
    await expect(tools.rating("Bad answer")).toBeVisible();
    await tools.rate("Good answer");
    await expect(tools.rating("Good answer")).toBeVisible();
    await expect(tools.rating("Bad answer")).toBeHidden();
  });
});

test.describe("the tools of a conversation", () => {
  test.beforeEach(async ({ page }) => {
    const landing = new LandingPage(page);
    await landing.open();
    await landing.exploreDemo();
  });

  test("an answer is copied with its marks or without", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const tools = new MessageTools(page);
    await tools.chat.ask("Show my spending by category last month");
    expect(await tools.copyAs("Markdown")).toMatch(/\*\*|\|/);
    await page.reload();
    expect(await tools.copyAs("plain text")).not.toMatch(/\*\*|\|/);
  });

  test("a selection is quoted in the next question", async ({ page }) => {
    const tools = new MessageTools(page);
    await tools.chat.ask(MONEY);
    await tools.selectAnswer();
    await page.getByRole("button", { name: "Quote" }).click();
    await expect(tools.chat.composer).toHaveValue(/^> .+\n\n$/);
  });

  test("the palette goes to pages and conversations by keys alone", async ({ page }) => {
    const tools = new MessageTools(page);
    await page.keyboard.press("Control+k");
    await expect(tools.palette).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type("accounts");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/accounts$/);
    await expect(tools.palette).toBeHidden();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await expect(tools.palette).toBeHidden();
  });

  test("a question mark shows the keys, except where it is typed", async ({ page }) => {
    const tools = new MessageTools(page);
    await tools.chat.composer.press("?");
    await expect(tools.shortcuts).toBeHidden();
    await tools.chat.composer.fill("");
    await tools.chat.composer.blur();
    await page.keyboard.press("?");
    await expect(tools.shortcuts).toBeVisible();
    await expectAccessible(page);
  });
});
