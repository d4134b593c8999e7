import { afterAll, beforeEach, inject } from "vitest";
import { closeDatabase } from "../../lib/db/client";
import { closeQueues } from "../../lib/queue/enqueue";
import { type PlaidProxy, startPlaidProxy } from "./plaid-proxy";

/**
 * Stands between the application and the sandbox bank for a whole test file: `const proxy = await proxiedBank()`. Every
 * test begins with a proxy that changes nothing and has seen nothing; in the end the file's connections are closed.
 */
export async function proxiedBank(): Promise<PlaidProxy> {
  const proxy = await startPlaidProxy(inject("services").plaidUrl);
  process.env.PLAID_BASE_URL = proxy.url;
  beforeEach(() => {
    proxy.intervene = () => undefined;
    proxy.rewrite = (_path, answer) => answer;
    proxy.paths.length = 0;
  });
  afterAll(async () => {
    await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
  });
  return proxy;
}
