import type { MessagePart } from "../contract/chat";
import type { MessageMetadata } from "../contract/run";
import { withDocuments } from "./connection";
import { type MessageDocument, messageModel } from "./message-model";

type NewQuestion = Pick<MessageDocument, "conversationId" | "userId" | "parentId" | "parts"> & {
  id: string;
  createdAt: Date;
};

/**
 * Stores a question once. The same id again changes nothing.
 * @returns whether it was new, and the document that stands now: it may be another conversation's or person's
 */
export async function insertQuestion(
  question: NewQuestion,
): Promise<{ isNew: boolean; stored: MessageDocument }> {
  const { id, ...fields } = question;
  const fresh = { ...fields, role: "user" as const, metadata: null, seq: 0, attempt: 0 };
  return withDocuments(async () => {
    const before = await upsertOnce(id, fresh);
    return { isNew: before === null, stored: before ?? { _id: id, ...fresh } };
  });
}

/** @returns the document that was there before, null when this call inserted it */
async function upsertOnce(id: string, fresh: Omit<MessageDocument, "_id">): Promise<MessageDocument | null> {
  try {
    return await messageModel()
      .findOneAndUpdate({ _id: id }, { $setOnInsert: fresh }, { upsert: true, returnDocument: "before" })
      .lean<MessageDocument>();
  } catch (error) {
    // Two inserts in the same moment: the other one was first, so it can be read.
    if (!isDuplicateKey(error)) throw error;
    return messageModel().findById(id).lean<MessageDocument>();
  }
}

/** Takes back a question that no run came to name. */
export async function removeQuestion(id: string): Promise<void> {
  await withDocuments(() => messageModel().deleteOne({ _id: id, role: "user" }));
}

export type AnswerSnapshot = {
  id: string;
  conversationId: string;
  userId: string;
  parentId: string;
  parts: MessagePart[];
  metadata: MessageMetadata;
  /** The last chunk that `parts` covers. */
  seq: number;
  attempt: number;
  createdAt: Date;
};

/**
 * Writes an answer as far as it is. A snapshot of an earlier attempt, or of the same attempt at an earlier moment,
 * never replaces a later one.
 * @returns false when a later one was there
 */
export async function saveAnswer(snapshot: AnswerSnapshot): Promise<boolean> {
  const { id, conversationId, userId, parentId, createdAt, ...fields } = snapshot;
  const olderOne = {
    _id: id,
    $or: [{ attempt: { $lt: snapshot.attempt } }, { attempt: snapshot.attempt, seq: { $lte: snapshot.seq } }],
  };
  const onInsert = { conversationId, userId, parentId, createdAt, role: "assistant" as const };
  return withDocuments(async () => {
    try {
      await messageModel().updateOne(olderOne, { $set: fields, $setOnInsert: onInsert }, { upsert: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // There is one by now: a newer one, or an older one that another write has inserted in this very moment.
      const { matchedCount } = await messageModel().updateOne(olderOne, { $set: fields });
      return matchedCount > 0;
    }
  });
}

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === 11_000;

export async function findMessage(id: string): Promise<MessageDocument | null> {
  return withDocuments(() => messageModel().findById(id).lean<MessageDocument>());
}

/** Every message of a conversation, also those that no run names (any more); oldest first. */
export async function listMessages(conversationId: string): Promise<MessageDocument[]> {
  return withDocuments(() =>
    messageModel().find({ conversationId }).sort({ createdAt: 1, _id: 1 }).lean<MessageDocument[]>(),
  );
}

/** The runs that have written an answer in a conversation, or a part of one. */
export async function listWritingRuns(conversationId: string): Promise<string[]> {
  const answers = await withDocuments(() =>
    messageModel()
      .find({ conversationId, role: "assistant" }, { "metadata.runId": 1 })
      .lean<Pick<MessageDocument, "metadata">[]>(),
  );
  return answers.flatMap(({ metadata }) => metadata?.runId ?? []);
}

export async function deleteMessages(conversationId: string): Promise<void> {
  await withDocuments(() => messageModel().deleteMany({ conversationId }));
}

/** @returns how many there were */
export async function deleteMessagesOfPerson(userId: string): Promise<number> {
  return withDocuments(async () => (await messageModel().deleteMany({ userId })).deletedCount);
}
