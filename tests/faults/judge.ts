import { isActive } from "../../lib/contract/run";
import type { Run } from "../../lib/db/queries/runs";
import type { MessageDocument } from "../../lib/documents/message-model";
import type { Conflict } from "./line";
import { questionOf, textOf } from "./plan";
import type { Story } from "./story";

export type Stored = {
  /** The runs of the question in the order in which they were made. */
  chain: readonly JudgedRun[];
  /** All messages of its conversation. */
  messages: readonly JudgedMessage[];
};
export type JudgedRun = Pick<Run, "id" | "status" | "attempt" | "assistantMessageId" | "stopSeenSeq">;
export type JudgedMessage = Pick<MessageDocument, "_id" | "role" | "parentId" | "parts" | "metadata">;

/** What is known beyond the one question. */
type Others = { stories: readonly Story[]; conflicts: readonly Conflict[] };

/** Every rule of one question, held to what is stored when all is quiet. @returns what is broken */
export function judge(story: Story, stored: Stored, { stories, conflicts }: Others): string[] {
  const asked = stories.filter(({ conversationId }) => conversationId === story.conversationId).length;
  return [
    ...new Set([
      ...story.broken,
      ...(story.screen === null ? ["never ended on the screen"] : []),
      ...judgeChain(stored, story),
      ...judgeMessages(stored, story, asked),
      ...judgeText(stored, story),
      ...judgeBytes(stored, conflicts),
    ]),
  ];
}

/** One question is one run, and one more for each time that it was asked for again. */
function judgeChain({ chain }: Stored, story: Story): string[] {
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

function judgeMessages({ chain, messages }: Stored, { messageId, plan }: Story, asked: number): string[] {
  const broken: string[] = [];
  const questions = messages.filter(({ role }) => role === "user");
  if (questions.length !== asked) broken.push(`${questions.length} questions stored, ${asked} asked`);
  const own = questions.find(({ _id }) => _id === messageId);
  if (own === undefined || storedText(own) !== questionOf(plan))
    broken.push("the question is not stored as asked");
  const known = new Set(chain.map(({ assistantMessageId }) => assistantMessageId));
  const answers = messages.filter(({ parentId, role }) => role === "assistant" && parentId === messageId);
  if (answers.some(({ _id }) => !known.has(_id))) broken.push("an answer is stored that no run has written");
  return broken;
}

/** What is stored is what was on the screen, and that is what the model said: all of it, or its beginning. */
function judgeText({ chain, messages }: Stored, story: Story): string[] {
  const last = chain.at(-1);
  if (last === undefined || story.screen === null) return [];
  const answer = messages.find(({ _id }) => _id === last.assistantMessageId);
  const stored = answer === undefined ? "" : storedText(answer);
  const whole = textOf(story.plan);
  const broken: string[] = [];
  if (stored !== story.screen.text)
    broken.push(`stored, not on the screen: ${differs(stored, story.screen.text)}`);
  if (last.status === "completed" && stored !== whole)
    broken.push(`completed, not what the model said: ${differs(stored, whole)}`);
  if (!whole.startsWith(stored))
    broken.push(`no beginning of what the model said: ${differs(stored, whole)}`);
  if (answer !== undefined && answer.metadata?.status !== last.status)
    broken.push(`the row says ${last.status}, the message ${answer.metadata?.status}`);
  return broken;
}

const storedText = ({ parts }: JudgedMessage): string =>
  parts.map((part) => (part.type === "text" ? part.text : "")).join("");

function differs(one: string, other: string): string {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const from = Math.max(0, same - 10);
  const show = (text: string) => JSON.stringify(text.slice(from, from + 50));
  return `${one.length} characters against ${other.length}, from ${from}: ${show(one)} against ${show(other)}`;
}

/** A number of a run has one text for all who ever read it; only what a stop took back may have had another. */
function judgeBytes({ chain }: Stored, conflicts: readonly Conflict[]): string[] {
  return chain.flatMap((run) =>
    conflicts
      .filter(({ runId, seq }) => runId === run.id && !(run.stopSeenSeq !== null && seq > run.stopSeenSeq))
      .map(({ seq, first, other }) => `chunk ${seq} had two texts: ${first} and ${other}`),
  );
}
