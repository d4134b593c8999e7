import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import {
  newPerson,
  question,
  quickTiming,
  routes,
  saying,
  scripted,
  until,
} from "../../tests/support/chat-harness";
import { SentPrompts } from "../contract/sent-prompt";
import { listPrompts } from "../documents/context-documents";
import { acceptMessage } from "./accept-message";
import { generateAnswer } from "./generate-answer";

const get = (userId: string, conversationId: string, runId: string) =>
  routes.prompts(
    new Request(`http://localhost:3000/api/chat/${conversationId}/runs/${runId}/prompts`, {
      headers: { "x-test-user": userId },
    }),
    { params: Promise.resolve({ conversationId, runId }) },
  );

async function answered() {
  const person = await newPerson();
  const { run } = await acceptMessage(person.id, question());
  const analyst = scripted(({ onPrompt }) => {
    onPrompt([{ role: "system", content: "rules" }]);
    onPrompt([
      { role: "system", content: "rules" },
      { role: "tool", content: "{}", toolCallId: "c" },
    ]);
    return saying(["done"]);
  });
  await generateAnswer(run.id, new AbortController().signal, analyst, quickTiming);
  await until(
    () => listPrompts(person.id, run.id),
    (prompts) => prompts.length === 2,
  );
  return { person, run };
}

describe("what was sent to the model", () => {
  it("is shown to the person whose answer it is, call by call", async () => {
    const { person, run } = await answered();
    const response = await get(person.id, run.conversationId, run.id);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { calls } = SentPrompts.parse(await response.json());
    expect(calls.map(({ messages }) => messages.map(({ role }) => role))).toEqual([
      ["system"],
      ["system", "tool"],
    ]);
  });

  it("does not exist for others, nor under another conversation", async () => {
    const { person, run } = await answered();
    const stranger = await newPerson();
    expect((await get(stranger.id, run.conversationId, run.id)).status).toBe(404);
    expect((await get(person.id, newId(), run.id)).status).toBe(404);
    expect((await get(person.id, run.conversationId, newId())).status).toBe(404);
    expect(await listPrompts(stranger.id, run.id)).toEqual([]);
  });
});
