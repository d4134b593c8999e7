import type { Page } from "@playwright/test";
import type { ChatRequest, ScriptedModelServer } from "../support/scripted-model-server";
import { ChatPage } from "./pages/chat-page";
import { ImportPage } from "./pages/import-page";
import { MemoriesPage } from "./pages/memories-page";
import { expectAccessibleInBothThemes } from "./support/accessibility";
import { monthsAgo } from "./support/calendar";
import { type NewPerson, signUpNewPerson } from "./support/new-person";
import { expect, test } from "./support/scripted-application";

// Each looks at its page in two themes, some more than once.
test.describe.configure({ timeout: 120_000 });

const LAST_MONTH = monthsAgo(1);
const PERIOD = { start: LAST_MONTH.start, end: LAST_MONTH.end };
const SHOPS = { Grocer: "80.25", Bakery: "12.50", Cinema: "19.00" };
const TOTAL = "$111.75";
const FILE = [
  "Date,Description,Amount",
  ...Object.entries(SHOPS).map(([shop, amount]) => `${LAST_MONTH.start},${shop},-${amount}`),
].join("\n");

type Call = { name: string; args: unknown };

/** Whatever is asked, the model makes these calls, one after the other, and then says this of what came back. */
function scriptCalls(model: ScriptedModelServer, calls: readonly Call[], say: (results: string[]) => string) {
  const toolResults = ({ messages }: ChatRequest) => messages.filter(({ role }) => role === "tool");
  model.script([
    {
      kind: "by-request",
      turn: (request) => {
        const results = toolResults(request).map(({ content }) => String(content));
        const next = calls[results.length];
        return next ? { kind: "tool-calls", calls: [next] } : { kind: "text", pieces: [say(results)] };
      },
    },
  ]);
}

/** Somebody with three purchases last month, in front of an empty conversation. */
async function personWithPurchases(page: Page): Promise<{ chat: ChatPage; person: NewPerson }> {
  const person = await signUpNewPerson(page);
  const importPage = new ImportPage(page);
  await importPage.open();
  await importPage.choose("purchases.csv", FILE);
  await importPage.nameAccount("Village Bank", "Everyday");
  await importPage.confirm(Object.keys(SHOPS).length);
  const chat = new ChatPage(page);
  await chat.open();
  return { chat, person };
}

const spending = (groupBy: string) => ({ name: "summarize_spending", args: { period: PERIOD, groupBy } });

test("a proposal shows what it would do, is applied by a click, and undone by another", async ({
  page,
  scripted,
}) => {
  const { chat } = await personWithPurchases(page);
  scriptCalls(
    scripted.model,
    [{ name: "propose_budget", args: { category: "groceries", amount: 400 } }],
    () => "Click to apply it.",
  );
  await chat.ask("Set a budget for groceries");
  await expect(chat.proposal).toContainText("$400.00");
  await expect(chat.proposalState).toContainText("Nothing has been changed yet.");
  await expectAccessibleInBothThemes(page);

  await chat.decide("Apply");
  await expect(chat.proposalState).toHaveText("Applied.");
  await expect(chat.proposalState, "the keyboard goes on from what came of it").toBeFocused();
  await page.reload();
  await expect(chat.proposalState).toHaveText("Applied.");

  await chat.decide("Undo");
  await expect(chat.proposalState).toContainText("Undone.");
  await expect(chat.proposal.getByRole("button")).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
});

test("a proposal that is applied in one tab is applied in the others, too", async ({ page, scripted }) => {
  const { chat } = await personWithPurchases(page);
  scriptCalls(
    scripted.model,
    [{ name: "propose_budget", args: { category: "groceries", amount: 250 } }],
    () => "Click to apply it.",
  );
  await chat.ask("Set a budget for groceries");
  const other = new ChatPage(await page.context().newPage());
  await other.open(new URL(page.url()).pathname);
  await expect(other.proposalState).toContainText("Nothing has been changed yet.");
  await chat.decide("Apply");
  await expect(other.proposalState).toHaveText("Applied.");
  await other.decide("Undo");
  await expect(chat.proposalState).toContainText("Undone.");
});

test("a chart in an answer has a table that says the same", async ({ page, scripted }) => {
  const { chat } = await personWithPurchases(page);
  scriptCalls(
    scripted.model,
    [
      spending("merchant"),
      { name: "make_chart", args: { type: "bar", title: "Where it went", series: "r1.groups" } },
    ],
    () => "Here is where it went.",
  );
  await chat.ask("Draw where my money went last month");
  const chart = chat.chart("Where it went");
  await expect(chart).toBeVisible();
  const twin = chart.getByRole("table");
  for (const [shop, amount] of Object.entries(SHOPS))
    await expect(twin.getByRole("row").filter({ hasText: shop })).toContainText(`$${amount}`);
  await expectAccessibleInBothThemes(page);

  await chart.getByRole("button", { name: "Show as table" }).click();
  await expect(chart.getByRole("table")).toHaveCount(1);
  for (const shop of Object.keys(SHOPS)) await expect(chart.getByText(shop)).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await chart.getByRole("button", { name: "Show as chart" }).click();
  await expect(chart.getByRole("button", { name: "Show as table" })).toBeVisible();
});

test("a number opens to how it was computed, with the rows that it is of", async ({ page, scripted }) => {
  const { chat } = await personWithPurchases(page);
  scriptCalls(scripted.model, [spending("merchant")], () => `You spent **${TOTAL}** last month.`);
  await chat.ask("What did I spend last month?");
  await chat.openNumber(new RegExp(TOTAL.replaceAll(/[$.]/g, "\\$&")));
  const rows = chat.numberOrigin.getByRole("table", { name: "By merchant" }).getByRole("row");
  for (const [shop, amount] of Object.entries(SHOPS))
    await expect(rows.filter({ hasText: shop })).toContainText(amount);
  await expect(chat.numberOrigin).toContainText("Bank data as of");
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press("Escape");
  await expect(chat.numberOrigin).toBeHidden();
});

test("what is remembered can be seen, corrected and forgotten", async ({ page, scripted }) => {
  const { chat } = await personWithPurchases(page);
  const text = "I get paid on the 15th.";
  scriptCalls(scripted.model, [{ name: "remember", args: { text } }], () => "Click to have it remembered.");
  await chat.ask("Remember that I get paid on the 15th");
  const conversation = new URL(page.url()).pathname;
  const memories = new MemoriesPage(page);
  await memories.open();
  await expect(memories.emptyNotice, "nothing is remembered without a click").toBeVisible();
  await chat.open(conversation);
  await chat.decide("Apply");
  await expect(chat.proposalState).toHaveText("Applied.");

  await memories.open();
  await expect(memories.memories).toHaveText([text]);
  await expectAccessibleInBothThemes(page);
  await memories.correct(text, "I get paid on the 16th.");
  await page.reload();
  await expect(memories.memories).toHaveText(["I get paid on the 16th."]);

  await chat.open();
  scriptCalls(scripted.model, [], () => "I know.");
  await chat.ask("When do I get paid?");
  expect(JSON.stringify(scripted.model.requests[0]?.body.messages)).toContain("I get paid on the 16th.");

  await memories.open();
  await memories.forget("I get paid on the 16th.");
  await page.reload();
  await expect(memories.emptyNotice).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test("what was sent to the model can be opened, and holds no name", async ({ page, scripted }) => {
  const { chat, person } = await personWithPurchases(page);
  scriptCalls(scripted.model, [spending("category")], () => `You spent ${TOTAL}.`);
  await chat.ask(`My name is ${person.name}. What did I spend last month?`);
  await chat.openSentToModel();
  for (const heading of ["Rules and facts", "You", "Result of a look-up"])
    await expect(
      chat.sentToModel.getByRole("group").filter({ hasText: new RegExp(`^${heading}`) }),
    ).toHaveCount(1);
  await expect(chat.sentToModel).toContainText("What did I spend last month?");
  await expect(chat.sentToModel).not.toContainText(person.name);
  // Exactly what the model got, and nothing else.
  const last = scripted.model.requests.findLast(({ body }) =>
    body.messages.some(({ role }) => role === "tool"),
  );
  const result = String(last?.body.messages.findLast(({ role }) => role === "tool")?.content);
  await expect(chat.sentToModel.locator("pre").last()).toHaveText(result);
  await expectAccessibleInBothThemes(page);
  await chat.sentToModel.getByRole("button", { name: "Close" }).click();
  await expect(chat.sentToModel).toBeHidden();
});
