import { expect, it } from "vitest";
import { newPerson, post, question, resume } from "../../tests/support/chat-harness";
import { startSilentProxy } from "../../tests/support/silent-proxy";

it("whoever resumes an answer while Redis says nothing is told to try again, not that something is broken", async () => {
  const url = new URL(process.env.REDIS_URL ?? "");
  const proxy = await startSilentProxy(Number(url.port));
  url.port = String(proxy.port);
  process.env.REDIS_URL = url.href;
  const person = await newPerson();
  const asked = question();
  const answer = await post(person.id, asked);
  proxy.fallSilent();
  const resumed = await resume(person.id, asked.id, { after: 0 });
  expect(resumed.status).toBe(503);
  expect(await resumed.json()).toMatchObject({ error: { code: "unavailable" } });
  await answer.body?.cancel();
  await proxy.stop();
});
