import type { Redis } from "ioredis";
import { expect, it } from "vitest";
import { startSilentProxy } from "../tests/support/silent-proxy";
import { connectRedis } from "./redis";

it("also a copy of a connection leaves a server that only keeps the connection open", async () => {
  const url = new URL(process.env.REDIS_URL ?? "");
  const proxy = await startSilentProxy(Number(url.port));
  url.port = String(proxy.port);
  process.env.REDIS_URL = url.href;
  const client = connectRedis("silent", { maxRetriesPerRequest: null }) as Redis;
  // BullMQ waits for jobs with one.
  const copy = client.duplicate();
  copy.on("error", () => undefined);
  await copy.ping();
  proxy.fallSilent();
  const answer = copy.bzpopmin("nothing-here", 1);
  proxy.heal();
  expect(await answer).toBeNull();
  client.disconnect();
  copy.disconnect();
  await proxy.stop();
});
