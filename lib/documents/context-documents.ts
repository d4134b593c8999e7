import { Schema } from "mongoose";
import { lazy } from "../lazy";
import { documents, withDocuments } from "./connection";

type Common = { _id: string; userId: string; content: unknown; createdAt: Date };

/**
 * What prompts and pages are made of. `prompt`: what the model was sent for a run; `snapshot`: what there is of a person's money;
 * `summary`: what older turns of a conversation were about; `insights`: what was found out of the usual.
 */
export type ContextDocument = Common &
  (
    | { kind: "prompt"; conversationId: string; runId: string }
    | { kind: "snapshot" | "insights" }
    | { kind: "summary"; conversationId: string }
  );

const contextSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: ["prompt", "snapshot", "summary", "insights"], required: true },
    userId: { type: String, required: true },
    conversationId: String,
    runId: String,
    content: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: "context_documents", versionKey: false, minimize: false },
);
contextSchema.index({ conversationId: 1 });
contextSchema.index({ runId: 1 });
contextSchema.index({ userId: 1 });

export const contextModel = lazy("context-model", () => documents().model("ContextDocument", contextSchema));

/** Keeps what was sent; the same id again replaces it. */
export async function saveContextDocument(document: ContextDocument): Promise<void> {
  const { _id, ...fields } = document;
  await withDocuments(() => contextModel().updateOne({ _id }, { $set: fields }, { upsert: true }));
}

/** What was sent for a run, one document per call of the model, in their order. */
export async function listPrompts(userId: string, runId: string): Promise<ContextDocument[]> {
  return withDocuments(() =>
    contextModel().find({ userId, runId, kind: "prompt" }).sort({ _id: 1 }).lean<ContextDocument[]>(),
  );
}

/** @returns the content, null when there is none */
export async function findContextDocument(userId: string, id: string): Promise<unknown> {
  const found = await withDocuments(() =>
    contextModel().findOne({ _id: id, userId }).lean<ContextDocument>(),
  );
  return found?.content ?? null;
}

export async function deleteContextDocument(userId: string, id: string): Promise<void> {
  await withDocuments(() => contextModel().deleteOne({ _id: id, userId }));
}

export async function deleteContextDocuments(conversationId: string): Promise<void> {
  await withDocuments(() => contextModel().deleteMany({ conversationId }));
}

/** @returns how many there were */
export async function deleteContextDocumentsOfPerson(userId: string): Promise<number> {
  return withDocuments(async () => (await contextModel().deleteMany({ userId })).deletedCount);
}
