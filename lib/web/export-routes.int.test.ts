import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  lookingUp,
  newPerson,
  post,
  question,
  readAll,
  saying,
  scriptBook,
  startScriptedWorker,
} from "../../tests/support/chat-harness";
import { trashConversation } from "../chat/trash-conversation";
import { AppError } from "../errors";
import type { Consumers } from "../queue/start-consumers";
import { exportRoutes } from "./export-routes";
import { routeFor } from "./route";

const routes = exportRoutes(
  routeFor(async (request) => {
    const id = request.headers.get("x-test-user");
    if (id === null) throw new AppError("unauthenticated", "Sign in.");
    return { id, name: "Robin", email: "robin@example.com", timeZone: "UTC", isDemo: false };
  }) as Parameters<typeof exportRoutes>[0],
);

const request = (userId: string | null, format: string) =>
  new Request(`http://localhost:3000/api/export?format=${format}`, {
    headers: userId === null ? {} : { "x-test-user": userId },
  });
const one = (userId: string, conversationId: string, format: string) =>
  routes.one(request(userId, format), { params: Promise.resolve({ conversationId }) });
const everything = (userId: string, format: string) =>
  routes.everything(request(userId, format), { params: Promise.resolve({}) });

const book = scriptBook();

describe("conversations as files", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    book.when("How much for Café?", async function* () {
      yield* lookingUp("call-1");
      yield* saying(["You spent **$12.30**."]);
    });
    book.when("And now?", () => saying(["Nothing."]));
  });
  afterAll(() => worker.close(1_000));

  async function told(userId: string): Promise<string> {
    const first = question("How much for Café?");
    await readAll(await post(userId, first));
    await readAll(await post(userId, question("And now?", first.id)));
    return first.id;
  }

  it("are Markdown for reading, named after the conversation", async () => {
    const { id: userId } = await newPerson();
    const response = await one(userId, await told(userId), "markdown");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="purser-how-much-for-cafe.md"',
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const text = await response.text();
    expect(text.replaceAll(/, \w+ \d+, \d{4}/g, "")).toBe(
      "# How much for Café?\n\n## You\n\nHow much for Café?\n\n## Purser\n\nYou spent **$12.30**.\n\n## You\n\nAnd now?\n\n## Purser\n\nNothing.\n",
    );
  });

  it("are JSON with all that is kept, also what was looked up and other versions of an answer", async () => {
    const { id: userId } = await newPerson();
    const id = await told(userId);
    const again = { trigger: "regenerate-message" as const, id, requestId: crypto.randomUUID() };
    await readAll(await post(userId, again));
    const whole = await (await one(userId, id, "json")).json();
    expect(whole).toMatchObject({ id, title: "How much for Café?" });
    expect(whole.messages).toHaveLength(5);
    expect(whole.messages.map(({ isShown }: { isShown: boolean }) => isShown)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(whole.messages[1].parts).toContainEqual(
      expect.objectContaining({ type: "dynamic-tool", toolCallId: "call-1" }),
    );
    expect(whole.messages[1].parentId).toBe(whole.messages[0].id);
  });

  it("come all at once, without those that are deleted", async () => {
    const { id: userId } = await newPerson();
    const [kept, deleted] = [await told(userId), await told(userId)];
    await trashConversation(userId, deleted, new Date());
    const all = await (await everything(userId, "json")).json();
    expect(all.conversations.map(({ id }: { id: string }) => id)).toEqual([kept]);
    expect(await (await everything(userId, "markdown")).text()).toMatch(/^# How much for Café\?\n/);
  });

  it("are a whole file also when there is nothing to tell", async () => {
    const { id: userId } = await newPerson();
    expect(await (await everything(userId, "json")).json()).toMatchObject({ conversations: [] });
    expect(await (await everything(userId, "markdown")).text()).toBe("");
  });

  it("are for their own person only", async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const id = await told(owner.id);
    expect((await one(stranger.id, id, "json")).status).toBe(404);
    expect((await (await everything(stranger.id, "json")).json()).conversations).toEqual([]);
    expect((await routes.everything(request(null, "json"), { params: Promise.resolve({}) })).status).toBe(
      401,
    );
    expect((await one(owner.id, id, "pdf")).status).toBe(400);
  });
});
