import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { message } from "../../tests/support/ask-offline";
import { newPerson } from "../../tests/support/chat-harness";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { database } from "../db/client";
import { touchConversation } from "../db/queries/conversations";
import { improveTitle } from "./improve-title";
import { listConversations } from "./list-conversations";
import { renameConversation } from "./rename-conversation";
import { titleOf } from "./title-of";

const LONG =
  "Dana Smith wants to know how much of the rent of the flat in the old town was paid twice last year";

let server: ScriptedModelServer;
beforeAll(async () => {
  server = await startScriptedModelServer();
  Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_MODEL: "scripted-model" });
});
afterAll(() => server.stop());

async function asked(question: string) {
  const { id: userId } = await newPerson();
  const conversationId = newId();
  await touchConversation(database(), { id: conversationId, userId, title: titleOf(question) });
  const title = async () => (await listConversations(userId))[0]?.title;
  return { userId, conversationId, personName: "Dana Smith", messages: [message("user", question)], title };
}

describe("the title of a conversation", () => {
  it("is made by the model where the first question was cut, which is not told the person's name", async () => {
    server.script([{ kind: "text", pieces: ["“Rent paid twice”.\n"] }]);
    const conversation = await asked(LONG);
    await improveTitle(conversation);
    expect(await conversation.title()).toBe("Rent paid twice");
    expect(JSON.stringify(server.requests[0]?.body.messages)).not.toContain("Dana");
  });

  it("stays the question where that is short, and after the first answer", async () => {
    server.script([{ kind: "text", pieces: ["Another"] }]);
    await improveTitle(await asked("How is my rent?"));
    const later = await asked(LONG);
    const messages = [...later.messages, message("assistant", "Yes."), message("user", "And?")];
    await improveTitle({ ...later, messages });
    expect(server.requests).toHaveLength(0);
  });

  it("stays what the person called it", async () => {
    server.script([{ kind: "text", pieces: ["Rent paid twice"] }]);
    const conversation = await asked(LONG);
    await renameConversation(conversation.userId, conversation.conversationId, "My flat");
    await improveTitle(conversation);
    expect(await conversation.title()).toBe("My flat");
  });

  it("stays the beginning of the question when the model fails or says nothing", async () => {
    const conversation = await asked(LONG);
    server.script([
      { kind: "text", pieces: ["…"] },
      { kind: "status", status: 400 },
    ]);
    await improveTitle(conversation);
    await improveTitle(conversation);
    expect(await conversation.title()).toBe(titleOf(LONG));
  });
});
