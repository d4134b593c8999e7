import type { UnfinishedAnswer } from "../agent/continuing";
import type { ChatMessage } from "../contract/chat";
import type { StreamChunk } from "../contract/stream-chunk";
import { database } from "../db/client";
import { claimRun, type Run } from "../db/queries/runs";
import { saveContextDocument } from "../documents/context-documents";
import { listMessages } from "../documents/messages";
import { AppError } from "../errors";
import { log } from "../log";
import { HandedBack } from "../queue/handed-back";
import { attendRun } from "./attend-run";
import { endRun } from "./end-run";
import { type Ending, endingOfError, FAILED_BY_SILENCE } from "./ending";
import { forgetConversation } from "./forget-conversation";
import { type Attempt, openAttempt } from "./open-attempt";
import { RUN_TIMING, type RunTiming } from "./run-timing";
import { threadTo, toChatMessage } from "./thread";
import { Halt, untilHalted } from "./until-halted";

export type Question = {
  userId: string;
  conversationId: string;
  runId: string;
  /** The conversation up to and with the question. */
  messages: ChatMessage[];
  signal: AbortSignal;
  /** What an earlier attempt has shown of the answer: go on directly after it. */
  unfinished: UnfinishedAnswer | undefined;
  /** Told what the model is sent, before each of its calls. */
  onPrompt: (messages: unknown) => void;
};

/** Who answers. Given by the worker; tests give a scripted one. */
export type Analyst = {
  /** Steps, texts and tools of one answer; no `start`, no terminal chunk. Throws `AppError`s in words for the person. */
  answer: (question: Question) => AsyncIterable<StreamChunk>;
  /** The name of the model, as the reader is told. */
  modelLabel: () => string;
};

/**
 * Answers one run from claim to terminal chunk. Calling it for a run that has ended does nothing; calling it while
 * another process is at the run takes it over and goes on after its last chunk.
 * @param worker aborts when this process shuts down: the run is then left as it is, for another process
 * @throws {HandedBack} after such an abort, once everything written is in the log
 * @throws otherwise only when a store is away: the job is then tried again
 */
export async function generateAnswer(
  runId: string,
  worker: AbortSignal,
  analyst: Analyst,
  timing: RunTiming = RUN_TIMING,
): Promise<void> {
  const run = await claimRun(database(), runId);
  if (run === undefined) return;
  const halt = new AbortController();
  const attempt = await openAttempt(run, timing.coalesceMs, () => halt.abort(new Halt("superseded")));
  if (attempt === undefined) return;
  const attendance = attendRun(attempt, halt, timing, worker);
  try {
    const ending = await writeAnswer(attempt, halt, analyst, timing.idleMs);
    attendance.stopSaving();
    const { logPatienceMs } = timing;
    if (ending === "shutdown") return await handBack(attempt, logPatienceMs);
    const isOurs = ending !== "superseded" && (await endRun({ ...attempt, ending, logPatienceMs }));
    if (!isOurs) await leaveToOthers(run);
  } finally {
    attendance.leave();
  }
}

async function writeAnswer(
  { run, writer, fold }: Attempt,
  halt: AbortController,
  analyst: Analyst,
  idleMs: number,
): Promise<Ending | Left> {
  if (fold.messageId === null) writer.write(startOf(run, analyst));
  if (run.stopRequestedAt !== null) return { status: "stopped", seenSeq: run.stopSeenSeq ?? undefined };
  if (fold.isWhole) return { status: "completed" };
  const unfinished = fold.hasContent ? fold.unfinished() : undefined;
  if (unfinished === undefined) for (const chunk of fold.closing("")) writer.write(chunk);
  try {
    for await (const chunk of untilHalted(answer(run, analyst, halt.signal, unfinished), halt, idleMs)) {
      fold.check(chunk);
      writer.write(chunk);
    }
    halt.signal.throwIfAborted();
    return { status: "completed" };
  } catch (thrown) {
    return endingOf(halt.signal.aborted ? halt.signal.reason : thrown, run);
  }
}

/** Leaves the answer in the middle, whole up to there, to whoever gets the job next. @throws {HandedBack} */
async function handBack({ run, writer }: Attempt, patienceMs: number): Promise<never> {
  const isFlushed = await writer.flush(patienceMs);
  log().info({ runId: run.id, attempt: run.attempt, isFlushed }, "run handed back");
  throw new HandedBack();
}

/** Another attempt has the run, or it was deleted with its conversation: then what we stored meanwhile goes too. */
async function leaveToOthers(run: Run): Promise<void> {
  log().warn({ runId: run.id, attempt: run.attempt }, "the run is no longer ours");
  await forgetConversation(run.conversationId, run.id);
}

const startOf = (run: Run, analyst: Analyst): StreamChunk => ({
  type: "start",
  messageId: run.assistantMessageId,
  messageMetadata: {
    runId: run.id,
    status: "running",
    model: analyst.modelLabel(),
    createdAt: run.createdAt.toISOString(),
  },
});

async function* answer(
  run: Run,
  analyst: Analyst,
  signal: AbortSignal,
  unfinished: UnfinishedAnswer | undefined,
): AsyncGenerator<StreamChunk> {
  const thread = threadTo(await listMessages(run.conversationId), run.userMessageId);
  if (thread.length === 0)
    throw new AppError("not_found", "The question is no longer there. Please ask it again.");
  let prompts = 0;
  const onPrompt = (content: unknown) => {
    prompts += 1;
    keepPrompt(run, prompts, content).catch((error: unknown) =>
      log().warn({ runId: run.id, err: error }, "the prompt was not kept"),
    );
  };
  const messages = thread.map(toChatMessage);
  const { id: runId, userId, conversationId } = run;
  yield* analyst.answer({ userId, conversationId, runId, messages, signal, unfinished, onPrompt });
}

/** What was sent, one document per call of the model. */
function keepPrompt(run: Run, call: number, content: unknown): Promise<void> {
  return saveContextDocument({
    _id: `${run.id}.${run.attempt}.${String(call).padStart(3, "0")}`,
    kind: "prompt",
    userId: run.userId,
    conversationId: run.conversationId,
    runId: run.id,
    content,
    createdAt: new Date(),
  });
}

/** Not ended by us: another attempt has the run, or will have it. */
type Left = "superseded" | "shutdown";

function endingOf(thrown: unknown, run: Run): Ending | Left {
  if (!(thrown instanceof Halt)) {
    log().error({ runId: run.id, err: thrown }, "answer failed");
    return endingOfError(thrown);
  }
  switch (thrown.kind) {
    case "stopped":
      return { status: "stopped", seenSeq: thrown.seenSeq };
    case "silence":
      return FAILED_BY_SILENCE;
    case "shutdown":
    case "superseded":
      return thrown.kind;
  }
}
