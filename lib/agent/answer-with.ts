import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Grounding } from "../contract/grounding";
import type { StreamChunk } from "../contract/stream-chunk";
import { type Known, knownFrom } from "../domain/grounding/ground-text";
import { AppError } from "../errors";
import { log } from "../log";
import { untilAborted } from "../until-aborted";
import { type Agent, RECURSION_LIMIT } from "./agent";
import type { AgentContext, ToolContext } from "./agent-context";
import type { AnswerRequest } from "./answer-request";
import type { UnfinishedAnswer } from "./continuing";
import { toHistory } from "./history";
import { toModelError } from "./model-errors";
import { summaryOf } from "./older-turns";
import { factsOf } from "./prompt";
import { recall } from "./recall";
import { rewriteRequest } from "./rewriting";
import { RunResults } from "./run-results";
import { agentTools } from "./tools/agent-tools";
import { lookUp } from "./tools/look-up";
import { ChunkMapper } from "./ui-chunks";
import { withSpeech } from "./with-speech";
import { WrittenTexts } from "./written-texts";

/** What one node of the graph added. Tool nodes and the model's node both add messages. */
const NodeUpdates = z.record(
  z.string(),
  z.object({ messages: z.array(z.custom<BaseMessage>()).optional() }).nullish(),
);

/** Look-ups of one step that run side by side; a model may ask for dozens, and each takes a connection of the database. */
const MAX_AT_ONCE = 6;

/** See `streamAnswer`; the agent is given, so that tests can bring their own model. */
export async function* answerWith(
  agent: Agent,
  { messages, ledger, person, background, summary, signal, unfinished, propose, onPrompt }: AnswerRequest,
): AsyncGenerator<StreamChunk, void, undefined> {
  signal.throwIfAborted();
  const history = toHistory(messages);
  if (history.at(-1)?.type !== "human") {
    throw new AppError("invalid", "There is no question to answer.");
  }
  const mapper = new ChunkMapper(unfinished);
  const written = new WrittenTexts(unfinished);
  try {
    const question = history.at(-1)?.text;
    const results = new RunResults(unfinished === undefined ? [] : outputsOf(unfinished), question);
    const facts = await factsOf(ledger, { ...background, earlier: summaryOf(messages, summary) });
    const toolContext = { ledger, results, propose };
    const begun = unfinished === undefined ? [] : yield* goOn(unfinished, mapper, toolContext, signal);
    const round: Round = {
      agent,
      said: [...history, ...begun],
      context: { ...toolContext, facts, personName: person.name, onPrompt },
      signal,
      mapper,
      written,
    };
    const isWritten = unfinished !== undefined && isAllText(unfinished);
    const canRewrite = isWritten ? false : yield* speak(round);
    const verdict = written.check(await knownTo(toolContext), canRewrite);
    yield verdict;
    if (!verdict.data.isFinal) yield* rewrite(round, verdict.data);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw toModelError(error);
  }
}

/** One run of the agent, until its model has written its text. */
type Round = {
  agent: Agent;
  /** The conversation; what the model says and is told in the round is added. */
  said: BaseMessage[];
  context: Omit<z.infer<typeof AgentContext>, "onText">;
  signal: AbortSignal;
  mapper: ChunkMapper;
  written: WrittenTexts;
};

/** @returns whether the model could say it differently; one that says each word as before could not */
async function* speak({
  agent,
  said,
  context,
  signal,
  mapper,
  written,
}: Round): AsyncGenerator<StreamChunk, boolean> {
  const steps = withSpeech((onText) =>
    agent.stream(
      { messages: [...said] },
      {
        context: { ...context, onText },
        signal,
        recursionLimit: RECURSION_LIMIT,
        maxConcurrency: MAX_AT_ONCE,
        streamMode: "updates",
      },
    ),
  );
  let canDiffer = false;
  const show = function* (chunks: Iterable<StreamChunk>) {
    for (const chunk of chunks) {
      written.see(chunk);
      yield chunk;
    }
  };
  for await (const next of untilAborted(steps, signal)) {
    if (next.kind === "speech") {
      canDiffer ||= !next.isExact;
      yield* show(mapper.text(next.text, next.isExact));
    } else {
      const added = messagesOf(next.step);
      said.push(...added);
      yield* show(updateChunks(mapper, added));
    }
  }
  yield* show(mapper.end());
  return canDiffer;
}

/** Asks once for the answer without its unverified numbers. It comes after the first one, which nobody takes away. */
async function* rewrite(round: Round, verdict: Grounding): AsyncGenerator<StreamChunk> {
  const { said, written, signal, context } = round;
  const before = written.texts.length;
  said.push(new HumanMessage(rewriteRequest(verdict, written.texts)));
  try {
    yield* speak(round);
  } catch (error) {
    // The first answer is whole: it stands, with its marks.
    if (signal.aborted || written.texts.length > before) throw error;
    log().warn({ err: error }, "the answer was not written again");
    yield* round.mapper.end();
  }
  yield written.check(await knownTo(context), false);
}

/** What numbers of the answer may come from. */
async function knownTo({ ledger, results }: ToolContext): Promise<Known> {
  const { firstDate } = await ledger.coverage();
  const { today, timeZone } = ledger;
  return knownFrom({
    results: results.all(),
    question: results.question,
    today,
    timeZone,
    dataFrom: firstDate,
  });
}

/** The model had ended: its last step is finished and asks for no look-up. What is missing is the check. */
function isAllText({ parts, isInStep }: UnfinishedAnswer): boolean {
  const step = parts.slice(parts.findLastIndex(({ type }) => type === "step-start") + 1);
  const isText = step.some((part) => part.type === "text" && part.text !== "");
  return !isInStep && isText && step.every(({ type }) => type === "text");
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

const messagesOf = (step: unknown): BaseMessage[] =>
  Object.values(NodeUpdates.parse(step)).flatMap((update) => update?.messages ?? []);

function* updateChunks(mapper: ChunkMapper, messages: readonly BaseMessage[]): Generator<StreamChunk> {
  for (const message of messages) {
    if (ToolMessage.isInstance(message)) yield* mapper.result(message);
    else if (AIMessage.isInstance(message)) {
      for (const call of message.tool_calls ?? []) yield* mapper.call(call);
    }
  }
}
