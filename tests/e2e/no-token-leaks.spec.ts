import postgres from "postgres";
import { AccountsPage } from "./pages/accounts-page";
import { ChatPage } from "./pages/chat-page";
import { type Application, servicesOf, startApplication } from "./support/application";
import { signUpNewPerson } from "./support/new-person";
import { bankItems, bankItemsOf, tellBank } from "./support/sandbox-bank";
import {
  applicationLogs,
  mongoContents,
  postgresContents,
  redisContents,
  watchRedis,
} from "./support/store-contents";
import { test as base, expect } from "./support/test";
import { recordTraffic } from "./support/traffic";

/** A copy of its own, so that all of its stores can be read whole, and it may say more in its log. */
const test = base.extend<object, { copy: Application }>({
  copy: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const copy = await startApplication({ LOG_LEVEL: "debug" });
      await use(copy);
      await copy.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  application: async ({ copy }, use) => {
    await use({ url: copy.url, dataDirectory: copy.dataDirectory });
  },
});

const GONE = "Tidewater Credit Union";
const KEPT = "First Platypus Bank";
const QUESTION = "How much money do I have in my accounts?";

/** A secret in clear, or in a spelling that anybody can undo. */
const spellings = (secret: string) =>
  (["utf8", "base64", "base64url", "hex"] as const).map((encoding) =>
    Buffer.from(secret, "utf8").toString(encoding),
  );

const found = (text: string, secrets: readonly string[]) =>
  secrets.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)));

test("no access token is ever in clear: browser, logs, queue, prompts, both databases", async ({
  page,
  copy,
  application,
}) => {
  test.setTimeout(180_000);
  const services = await servicesOf(application);
  const traffic = recordTraffic(page);
  const redis = await watchRedis(services.redisUrl);
  const accounts = new AccountsPage(page);
  const chat = new ChatPage(page);

  const person = await signUpNewPerson(page);
  await accounts.open();
  await accounts.link(GONE);
  await accounts.link(KEPT);
  await accounts.expectUpdated(GONE);
  await accounts.expectUpdated(KEPT);
  const links = await bankItemsOf(application, person.email);
  expect(links, "two banks are linked").toHaveLength(2);
  // The errors of a bank carry the request that failed, so one is provoked; then update mode, which sends the token out.
  const access_token = links[0]?.accessToken;
  await tellBank(application, "/control/problem", { access_token, code: "ITEM_LOGIN_REQUIRED" });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await page.getByRole("button", { name: "Sign in again" }).click();
  await accounts.signIn("user_good", "pass_good");
  await accounts.done(/is up to date$/);
  await accounts.expectUpdated(GONE);
  await accounts.expectUpdated(KEPT);

  await chat.open();
  await chat.ask(QUESTION);
  const conversationId = new URL(page.url()).pathname.split("/").at(-1);
  const stream = await page.request.get(`/api/chat/${conversationId}/stream?after=0`);
  const streamed = await stream.text();
  await accounts.open();
  await accounts.disconnect(GONE);

  const all = await bankItems(application);
  const tokens = all.map(({ accessToken }) => accessToken);
  const places = {
    "browser traffic": `${await traffic.text()}\n${streamed}`,
    logs: `${await applicationLogs(copy.dataDirectory)}\n${copy.output()}`,
    "commands of Redis": redis.text(),
    "keys of Redis": await redisContents(services.redisUrl),
    PostgreSQL: await postgresContents(services.databaseUrl),
    MongoDB: await mongoContents(services.mongoUrl),
  };
  redis.stop();

  // There is something to look for, and something to look at: each place holds what only this journey can have put there.
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  expect(tokens).toEqual(expect.arrayContaining(links.map(({ accessToken }) => accessToken)));
  for (const token of tokens) expect(token).toMatch(/^access-sandbox-.{20,}/);
  expect(found(`before ${Buffer.from(tokens[0] ?? "").toString("base64")} after`, tokens)).toEqual([
    tokens[0],
  ]);
  const kept = await keptItem(services.databaseUrl, person.email);
  expect(places["browser traffic"]).toContain("public-sandbox-");
  expect(places["browser traffic"]).toContain(kept.id);
  expect(places["browser traffic"]).toContain("text-delta");
  expect(places.logs).toContain(kept.id);
  expect(places["commands of Redis"]).toContain(kept.id);
  expect(places["keys of Redis"].length).toBeGreaterThan(100);
  expect(places.PostgreSQL).toContain(kept.sealed);
  expect(places.MongoDB).toContain(QUESTION);

  for (const [place, text] of Object.entries(places)) expect(found(text, tokens), place).toEqual([]);
  const itemIds = all.map(({ itemId }) => itemId);
  expect(found(places["browser traffic"], itemIds), "Plaid's item ids in the browser").toEqual([]);
});

/** The bank that is still linked at the end: its id, and its token as it is stored. */
async function keptItem(databaseUrl: string, email: string): Promise<{ id: string; sealed: string }> {
  const client = postgres(databaseUrl, { max: 1 });
  try {
    const rows = await client<{ id: string; sealed: string }[]>`
      select i.id, i.access_token_encrypted as sealed from items i join users u on u.id = i.user_id
       where u.email = ${email}`;
    const [row] = rows;
    if (rows.length !== 1 || !row?.sealed) throw new Error("one bank should be linked, with a sealed token");
    return row;
  } finally {
    await client.end();
  }
}
