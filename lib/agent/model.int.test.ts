import { afterAll, beforeAll, expect, it } from "vitest";
import { message } from "../../tests/support/ask-offline";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { modelLabel } from "./model";
import { streamAnswer, warmUp } from "./stream-answer";
import { agentTools } from "./tools/agent-tools";

let server: ScriptedModelServer;

beforeAll(async () => {
  server = await startScriptedModelServer([{ kind: "text", pieces: ["Hello ", "from afar."] }]);
  Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_MODEL: "house-model" });
});
afterAll(() => server.stop());

it("takes the model that the settings name, also without a key, and warming up asks nothing of it", async () => {
  expect(modelLabel()).toBe("house-model");
  await warmUp();
  expect(server.requests).toHaveLength(0);
  let text = "";
  for await (const chunk of streamAnswer({
    messages: [message("user", "Hello?")],
    ledger: householdWithTraps(),
    person: { name: "Dana" },
    signal: new AbortController().signal,
  })) {
    if (chunk.type === "text-delta") text += chunk.delta;
  }
  expect(text).toBe("Hello from afar.");
  expect(server.requests[0]?.body.model).toBe("house-model");
  expect(server.requests[0]?.body.tools?.map(({ function: { name } }) => name)).toEqual(
    agentTools().map(({ name }) => name),
  );
});
