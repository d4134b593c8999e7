import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, SystemMessage } from "@langchain/core/messages";
import { createAgent, createMiddleware } from "langchain";
import { lazy } from "../lazy";
import { AgentContext } from "./agent-context";
import { chatModel } from "./model";
import { systemPrompt } from "./prompt";
import { toPromptMessage } from "./prompt-message";
import { redactFacts, redactMessage } from "./redaction";
import type { SpeakingOptions } from "./spoken-text";
import { agentTools } from "./tools/agent-tools";
import { failureMessage, unknownTool } from "./tools/look-up";

/** After so many rounds of look-ups the model must answer with what it has. */
export const MAX_ROUNDS = 8;

/** Each round is a model step and a tool step; one more model step writes the text. */
export const RECURSION_LIMIT = MAX_ROUNDS * 2 + 3;

const purserMiddleware = () =>
  createMiddleware({
    name: "Purser",
    contextSchema: AgentContext,
    wrapModelCall: async (request, handler) => {
      const { facts, personName, onPrompt, onText } = request.runtime.context;
      const systemMessage = new SystemMessage(systemPrompt(redactFacts(facts, personName)));
      const messages = request.messages.map((message) => redactMessage(message, personName));
      onPrompt?.([systemMessage, ...messages].map(toPromptMessage));
      const mustAnswer = request.messages.filter(asksForTools).length >= MAX_ROUNDS;
      const response = await handler({
        ...request,
        messages,
        systemMessage,
        modelSettings: { onText } satisfies SpeakingOptions,
        ...(mustAnswer && { toolChoice: "none" as const }),
      });
      // A model that ignores "no more tools" would go round for ever.
      if (mustAnswer && AIMessage.isInstance(response) && asksForTools(response)) {
        return new AIMessage({ content: response.content, ...(response.id && { id: response.id }) });
      }
      return response;
    },
    /** Whatever goes wrong in a tool becomes data that the model can act on; never a stack trace. */
    wrapToolCall: async (request, handler) => {
      try {
        if (!request.tool) throw unknownTool();
        return await handler(request);
      } catch (error) {
        if (request.runtime.signal?.aborted) throw error;
        const { id = "", name } = request.toolCall;
        return failureMessage({ id, name }, error);
      }
    },
  });

const asksForTools = (message: { tool_calls?: unknown[] | undefined } | object): boolean =>
  "tool_calls" in message && Array.isArray(message.tool_calls) && message.tool_calls.length > 0;

/** The agent around a model: tools, rules and limits. It holds nothing of any person. */
export const buildAgent = (model: BaseChatModel) =>
  createAgent({
    model,
    tools: agentTools(),
    contextSchema: AgentContext,
    middleware: [purserMiddleware()],
  });
export type Agent = ReturnType<typeof buildAgent>;

/** The one agent of the process; who asks and whose ledger is read is in the context of each run. */
export const agent = lazy("agent", async () => buildAgent(await chatModel()));
