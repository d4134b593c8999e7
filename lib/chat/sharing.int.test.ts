import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPerson,
  post,
  question,
  readAll,
  saying,
  scriptBook,
  startScriptedWorker,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { sharedConversations } from "../db/schema/history";
import type { Consumers } from "../queue/start-consumers";
import { listShares } from "./list-shares";
import { readShared } from "./read-shared";
import { restoreConversation } from "./restore-conversation";
import { revokeShare } from "./revoke-share";
import { shareConversation } from "./share-conversation";
import { forgetExpiredShares } from "./sweep-history";
import { trashConversation } from "./trash-conversation";

const NOW = new Date("2026-05-01T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const HIDDEN = { showsAmounts: false, showsAccounts: false, days: 7 as const };

const book = scriptBook();

describe("a link to a conversation", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    book.when("Can I spend $500?", async function* () {
      yield { type: "start-step" } as const;
      yield {
        type: "tool-input-available",
        toolCallId: "c",
        toolName: "get_accounts",
        input: {},
        dynamic: true,
      } as const;
      yield {
        type: "tool-output-available",
        toolCallId: "c",
        output: {
          kind: "accounts",
          accounts: [{ name: "Rainy Day", institution: "Old Bank", mask: "9876" }],
        },
        dynamic: true,
      } as const;
      yield { type: "finish-step" } as const;
      yield* saying(["Your Rainy Day account at Old Bank (••9876) has **$1,234.56**, 12% more."]);
    });
  });
  afterAll(() => worker.close(1_000));

  async function told() {
    const { id: userId } = await newPerson();
    const sent = question("Can I spend $500?");
    await readAll(await post(userId, sent));
    return { userId, conversationId: sent.id };
  }

  it("shows words only, without amounts and names of accounts", async () => {
    const { userId, conversationId } = await told();
    const { secret } = await shareConversation(userId, { conversationId, ...HIDDEN }, NOW);
    const shared = await readShared(secret, NOW);
    expect(shared).toMatchObject({
      title: "Can I spend (hidden)?",
      messages: [
        { role: "user", text: "Can I spend (hidden)?" },
        {
          role: "assistant",
          text: "Your (hidden) account at (hidden) ((hidden)) has **(hidden)**, 12% more.",
        },
      ],
    });
    const everything = JSON.stringify([shared, await database().select().from(sharedConversations)]);
    for (const secretWord of ["1,234", "500", "Rainy", "Old Bank", "9876", "get_accounts", secret])
      expect(everything).not.toContain(secretWord);
  });

  it("shows what the person chose to show", async () => {
    const { userId, conversationId } = await told();
    const open = { conversationId, showsAmounts: true, showsAccounts: true, days: 1 as const };
    const { secret } = await shareConversation(userId, open, NOW);
    expect((await readShared(secret, NOW))?.messages[1]?.text).toBe(
      "Your Rainy Day account at Old Bank (••9876) has **$1,234.56**, 12% more.",
    );
  });

  it("shows nothing that is said later", async () => {
    const { userId, conversationId } = await told();
    const { secret } = await shareConversation(userId, { conversationId, ...HIDDEN }, NOW);
    book.when("More", () => saying(["More."]));
    await readAll(await post(userId, question("More", conversationId)));
    expect((await readShared(secret, NOW))?.messages).toHaveLength(2);
  });

  it("opens nothing after its time, and is then forgotten", async () => {
    const { userId, conversationId } = await told();
    const { secret, share } = await shareConversation(userId, { conversationId, ...HIDDEN }, NOW);
    expect(await readShared(secret, inDays(6.9))).not.toBeNull();
    expect(await readShared(secret, inDays(7))).toBeNull();
    expect(await listShares(userId, inDays(7))).toEqual([]);
    await forgetExpiredShares(inDays(8));
    const kept = await database().select().from(sharedConversations);
    expect(kept.map(({ id }) => id)).not.toContain(share.id);
  });

  it("is listed for its own person, who alone can revoke it", async () => {
    const { userId, conversationId } = await told();
    const stranger = await newPerson();
    const { secret, share } = await shareConversation(userId, { conversationId, ...HIDDEN }, NOW);
    expect(await listShares(userId, NOW)).toEqual([share]);
    expect(await listShares(stranger.id, NOW)).toEqual([]);
    await expect(revokeShare(stranger.id, share.id)).rejects.toMatchObject({ code: "not_found" });
    await revokeShare(userId, share.id);
    expect(await readShared(secret, NOW)).toBeNull();
    expect(await listShares(userId, NOW)).toEqual([]);
  });

  it("is closed while the conversation is deleted", async () => {
    const { userId, conversationId } = await told();
    const { secret } = await shareConversation(userId, { conversationId, ...HIDDEN }, NOW);
    await trashConversation(userId, conversationId, NOW);
    expect(await readShared(secret, NOW)).toBeNull();
    await restoreConversation(userId, conversationId);
    expect(await readShared(secret, NOW)).not.toBeNull();
  });

  it("cannot be guessed, and cannot be made to another person's conversation", async () => {
    const { conversationId } = await told();
    const stranger = await newPerson();
    await expect(shareConversation(stranger.id, { conversationId, ...HIDDEN }, NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await readShared("", NOW)).toBeNull();
    expect(await readShared("guess", NOW)).toBeNull();
  });
});
