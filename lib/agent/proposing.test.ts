import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { expect, it } from "vitest";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import type { ProposedChange } from "../contract/proposals";
import { AppError } from "../errors";
import { buildAgent } from "./agent";
import { answerWith } from "./answer-with";

/** Asks for one proposal, then stops. */
class ProposingModel extends BaseChatModel {
  constructor() {
    super({});
  }
  _llmType() {
    return "proposing";
  }
  override bindTools() {
    return this;
  }
  async _generate(messages: BaseMessage[]) {
    const isFirst = messages.at(-1)?.type === "human";
    const call = { id: "call-9", name: "propose_budget", args: { category: "groceries", amount: 250 } };
    const said = new AIMessage({ content: isFirst ? "" : "Done.", tool_calls: isFirst ? [call] : [] });
    return { generations: [{ message: said, text: said.text }] };
  }
}

it("a tool of the running agent proposes under the id of its call, for the person of the run", async () => {
  const asked: [ProposedChange, string][] = [];
  const request = {
    messages: [{ id: "q", role: "user" as const, parts: [{ type: "text" as const, text: "Set a budget" }] }],
    ledger: householdWithTraps(),
    person: { name: "Dana" },
    signal: new AbortController().signal,
    propose: async (change: ProposedChange, callId: string) => {
      asked.push([change, callId]);
      throw new AppError("invalid", "The budget is that much already.");
    },
  };
  const failures: string[] = [];
  for await (const chunk of answerWith(buildAgent(new ProposingModel()), request)) {
    if (chunk.type === "tool-output-error") failures.push(chunk.errorText);
  }
  expect(asked).toEqual([
    [{ kind: "budget", category: "groceries", currency: "USD", amountMinor: 25_000 }, "call-9"],
  ]);
  expect(failures).toEqual(["The budget is that much already."]);
});
