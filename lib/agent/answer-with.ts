import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { StreamChunk } from "../contract/stream-chunk";
import { AppError } from "../errors";
import { untilAborted } from "../until-aborted";
import { type Agent, RECURSION_LIMIT } from "./agent";
import type { ToolContext } from "./agent-context";
import type { AnswerRequest } from "./answer-request";
import type { UnfinishedAnswer } from "./continuing";
import { toHistory } from "./history";
import { toModelError } from "./model-errors";
import { factsOf } from "./prompt";
import { recall } from "./recall";
import { RunResults } from "./run-results";
import { agentTools } from "./tools/agent-tools";
import { lookUp } from "./tools/look-up";
import { ChunkMapper } from "./ui-chunks";
import { withSpeech } from "./with-speech";

/** What one node of the graph added. Tool nodes and the model's node both add messages. */
const NodeUpdates = z.record(
  z.string(),
  z.object({ messages: z.array(z.custom<BaseMessage>()).optional() }).nullish(),
);

/** See `streamAnswer`; the agent is given, so that tests can bring their own model. */
export async function* answerWith(
  agent: Agent,
  { messages, ledger, person, signal, unfinished, propose, onPrompt }: AnswerRequest,
): AsyncGenerator<StreamChunk, void, undefined> {
  signal.throwIfAborted();
  const history = toHistory(messages);
  if (history.at(-1)?.type !== "human") {
    throw new AppError("invalid", "There is no question to answer.");
  }
  const mapper = new ChunkMapper(unfinished);
  try {
    const results = new RunResults(unfinished === undefined ? [] : outputsOf(unfinished));
    const facts = await factsOf(ledger, person);
    const toolContext = { ledger, results, propose };
    const begun = unfinished === undefined ? [] : yield* goOn(unfinished, mapper, toolContext, signal);
    const steps = withSpeech((onText) =>
      agent.stream(
        { messages: [...history, ...begun] },
        {
          context: { ...toolContext, facts, onPrompt, onText },
          signal,
          recursionLimit: RECURSION_LIMIT,
          streamMode: "updates",
        },
      ),
    );
    for await (const next of untilAborted(steps, signal)) {
      if (next.kind === "speech") yield* mapper.text(next.text, next.isExact);
      else yield* updateChunks(mapper, next.step);
    }
    yield* mapper.end();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw toModelError(error);
  }
}

/** Recalls the answer so far, with the results that were still missing. */
async function* goOn(
  unfinished: UnfinishedAnswer,
  mapper: ChunkMapper,
  context: ToolContext,
  signal: AbortSignal,
): AsyncGenerator<StreamChunk, BaseMessage[], undefined> {
  const tools = agentTools();
  const { messages, shown } = await recall(unfinished, (call) => lookUp(tools, call, context, signal));
  for (const message of messages)
    if (ToolMessage.isInstance(message) && isMissing(unfinished, message.tool_call_id))
      yield* mapper.result(message);
  mapper.follow(shown);
  return messages;
}

const outputsOf = ({ parts }: UnfinishedAnswer): unknown[] =>
  parts.flatMap((part) => (part.type === "dynamic-tool" ? [part.output] : []));

const isMissing = ({ parts }: UnfinishedAnswer, toolCallId: string): boolean =>
  parts.some(
    (part) =>
      part.type === "dynamic-tool" && part.toolCallId === toolCallId && part.state === "input-available",
  );

function* updateChunks(mapper: ChunkMapper, data: unknown): Generator<StreamChunk> {
  for (const update of Object.values(NodeUpdates.parse(data))) {
    for (const message of update?.messages ?? []) {
      if (ToolMessage.isInstance(message)) yield* mapper.result(message);
      else if (AIMessage.isInstance(message)) {
        for (const call of message.tool_calls ?? []) yield* mapper.call(call);
      }
    }
  }
}
