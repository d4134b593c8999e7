import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { missingDescription, openDescription } from "../../embedded/plaid/testing/openapi";
import { builtInLogin } from "../../lib/banking/built-in-login";
import { finishUpdate } from "../../lib/banking/finish-update";
import { linkBank } from "../../lib/banking/link-bank";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";
import { syncItem } from "../../lib/banking/sync-item";
import { unlinkItem } from "../../lib/banking/unlink-item";
import { closeDatabase } from "../../lib/db/client";
import { readInstitutionName } from "../../lib/plaid/link";
import { readItemState } from "../../lib/plaid/read-item-state";
import { updateWebhook } from "../../lib/plaid/update-webhook";
import { webhookKeys } from "../../lib/plaid/webhook-keys";
import { closeQueues } from "../../lib/queue/enqueue";
import { accessTokenOf, newPerson } from "../support/linked-bank";
import { askBank, type PlaidProxy, startPlaidProxy } from "../support/plaid-proxy";
import { newBank, visitBank } from "../support/sandbox-window";

const skipped = missingDescription === null ? "" : ` (skipped: ${missingDescription})`;

/** Paths of the sandbox bank that Plaid does not have. */
const NOT_PLAID = /^\/(sandbox_link|control)\//;

/** The methods of Plaid's client that our code calls, by its text. */
function calledMethods(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const texts = files.map((file) => readFileSync(join("lib", file), "utf8"));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\bplaid\(\)\.(\w+)/g)].map(([, name]) => name))),
  ]
    .map((name) => String(name))
    .sort();
}

/** `/item/public_token/exchange` is called by `itemPublicTokenExchange`. */
const methodOf = (path: string) =>
  path.slice(1).replaceAll(/[/_](\w)/g, (_, letter: string) => letter.toUpperCase());

describe.skipIf(missingDescription !== null)(`what our client sends to Plaid${skipped}`, () => {
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  let proxy: PlaidProxy;

  beforeAll(async () => {
    const { plaidUrl } = inject("services");
    proxy = await startPlaidProxy(plaidUrl);
    proxy.intervene = (path, body) => {
      if (!NOT_PLAID.test(path)) sent.push({ path, body });
    };
    process.env.PLAID_BASE_URL = proxy.url;
    process.env.PLAID_RECURRING = "true";
    await liveWithBank(plaidUrl);
  });
  afterAll(() => Promise.all([closeQueues(), closeDatabase(), proxy.stop()]));

  /** From Link to unlinking, with every kind of reading on the way. */
  async function liveWithBank(bankUrl: string): Promise<void> {
    const userId = await newPerson();
    const outcome = await linkBank(userId, await newBank(userId));
    if (outcome.outcome !== "linked") throw new Error(`the bank is ${outcome.outcome}`);
    const { connectionId } = outcome;
    await syncItem(connectionId);
    const accessToken = await accessTokenOf(connectionId);
    await askBank(bankUrl, "/control/problem", { access_token: accessToken, code: "ITEM_LOGIN_REQUIRED" });
    await readItemState(accessToken);
    await visitBank(userId, { target: { connectionId, selectAccounts: true } });
    await finishUpdate(userId, { connectionId, selectAccounts: true, linkSessionId: null });
    await updateWebhook(accessToken, "https://purser.example/api/webhooks/plaid");
    await readInstitutionName("ins_109508");
    expect(await webhookKeys().find("no-such-key", new Date())).toBeNull();
    await unlinkItem(userId, connectionId);
    await linkSandboxLogin(userId, builtInLogin("ins_900002", 3, 2));
  }

  it("fits Plaid's own description, every request of a life with a bank", () => {
    const description = openDescription();
    for (const { path, body } of sent) {
      expect(description.request(path)(body), `${path} ${Object.keys(body)}`).toEqual([]);
    }
  });

  it("is every request that our code can make", () => {
    expect([...new Set(sent.map(({ path }) => methodOf(path)))].sort()).toEqual(calledMethods());
  });
});
