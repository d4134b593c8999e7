import { asc, eq, inArray, sql } from "drizzle-orm";
import { ACTIVE_RUN_STATUSES, isActive } from "../../lib/contract/run";
import { database } from "../../lib/db/client";
import type { Run } from "../../lib/db/queries/runs";
import { outbox, runs } from "../../lib/db/schema/chat";
import type { MessageDocument } from "../../lib/documents/message-model";
import { listMessages } from "../../lib/documents/messages";
import { queueOf } from "../../lib/queue/enqueue";
import type { Ledger } from "./line";
import { questionOf, textOf } from "./plan";
import type { Story } from "./story";

const storedText = (message: MessageDocument): string =>
  message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");

/** Every rule of one question, held to what the stores say when all is quiet. @returns what is broken */
export async function judge(story: Story, asked: readonly Story[], ledger: Ledger): Promise<string[]> {
  const broken = [...story.broken];
  const chain = await database()
    .select()
    .from(runs)
    .where(eq(runs.userMessageId, story.messageId))
    .orderBy(asc(runs.createdAt), asc(runs.id));
  for (const { id } of chain) story.runIds.add(id);
  const messages = await listMessages(story.conversationId);
  if (story.screen === null) broken.push("never ended on the screen");
  broken.push(
    ...judgeChain(chain, story),
    ...judgeMessages(chain, messages, story, asked),
    ...judgeText(chain, messages, story),
    ...judgeBytes(chain, ledger),
  );
  return [...new Set(broken)];
}

/** One question is one run, and one more for each time that it was asked for again. */
function judgeChain(chain: readonly Run[], story: Story): string[] {
  const last = chain.at(-1);
  if (last === undefined) return ["lost: no run was ever made"];
  const broken: string[] = [];
  if (isActive(last.status)) broken.push(`its run is still ${last.status}`);
  if (chain.length > story.retries + 1)
    broken.push(`doubled: ${chain.length} runs after ${story.retries} retries`);
  const early = chain.slice(0, -1).filter(({ status }) => status !== "interrupted" && status !== "failed");
  if (early.length > 0) broken.push(`answered again after it was ${early.map(({ status }) => status)}`);
  if (!story.wasStopped && last.status !== "completed") broken.push(`ended as ${last.status}`);
  return broken;
}

function judgeMessages(
  chain: readonly Run[],
  messages: readonly MessageDocument[],
  { conversationId, messageId, plan }: Story,
  asked: readonly Story[],
): string[] {
  const broken: string[] = [];
  const questions = messages.filter(({ role }) => role === "user");
  const expected = asked.filter((other) => other.conversationId === conversationId).length;
  if (questions.length !== expected) broken.push(`${questions.length} questions stored, ${expected} asked`);
  const own = questions.find(({ _id }) => _id === messageId);
  if (own === undefined || storedText(own) !== questionOf(plan))
    broken.push("the question is not stored as asked");
  const answers = messages.filter(({ parentId, role }) => role === "assistant" && parentId === messageId);
  const known = new Set(chain.map(({ assistantMessageId }) => assistantMessageId));
  if (answers.some(({ _id }) => !known.has(_id))) broken.push("an answer is stored that no run has written");
  return broken;
}

/** What is stored is what was on the screen, and that is what the model said: all of it, or its beginning. */
function judgeText(chain: readonly Run[], messages: readonly MessageDocument[], story: Story): string[] {
  const last = chain.at(-1);
  if (last === undefined || story.screen === null) return [];
  const answer = messages.find(({ _id }) => _id === last.assistantMessageId);
  const stored = answer === undefined ? "" : storedText(answer);
  const whole = textOf(story.plan);
  const broken: string[] = [];
  if (stored !== story.screen.text) broken.push(`stored ${differs(stored, story.screen.text)} on the screen`);
  if (last.status === "completed" && stored !== whole)
    broken.push(`stored ${differs(stored, whole)} of the model`);
  if (!whole.startsWith(stored))
    broken.push(`not the beginning of what the model said: ${differs(stored, whole)}`);
  if (answer !== undefined && answer.metadata?.status !== last.status)
    broken.push(`the row says ${last.status}, the message ${answer.metadata?.status}`);
  return broken;
}

function differs(one: string, other: string): string {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const from = Math.max(0, same - 10);
  const show = (text: string) => JSON.stringify(text.slice(from, from + 50));
  return `${one.length} characters against ${other.length}, from ${from}: ${show(one)} against ${show(other)}`;
}

/** A number of a run has one text for all who ever read it; only what a stop took back may have had another. */
function judgeBytes(chain: readonly Run[], { conflicts }: Ledger): string[] {
  return chain.flatMap((run) =>
    conflicts
      .filter(({ runId, seq }) => runId === run.id && !(run.stopSeenSeq !== null && seq > run.stopSeenSeq))
      .map(({ seq, first, other }) => `chunk ${seq} had two texts: ${first} and ${other}`),
  );
}

/** What is left behind when all answers have ended. @returns words, empty when there is nothing */
export async function leftovers(): Promise<string[]> {
  const active = await database()
    .select({ id: runs.id, status: runs.status })
    .from(runs)
    .where(inArray(runs.status, [...ACTIVE_RUN_STATUSES]));
  const [promised] = await database().select({ count: sql<number>`count(*)::int` }).from(outbox);
  const counts = await queueOf("answer.generate").getJobCounts();
  const jobs = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    ...active.map(({ id, status }) => `run ${id} is still ${status}`),
    ...(promised?.count ? [`${promised.count} promises in the outbox`] : []),
    ...jobs.map(([state, count]) => `${count} jobs are ${state}`),
  ];
}
