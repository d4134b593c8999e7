import { Schema } from "mongoose";
import { lazy } from "../lazy";
import { documents, withDocuments } from "./connection";

/** `prompt`: exactly what the model was sent for a run. */
export type ContextDocument = {
  _id: string;
  kind: "prompt";
  userId: string;
  conversationId: string;
  runId: string;
  content: unknown;
  createdAt: Date;
};

const contextSchema = new Schema<ContextDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: ["prompt"], required: true },
    userId: { type: String, required: true },
    conversationId: { type: String, required: true },
    runId: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: "context_documents", versionKey: false, minimize: false },
);
contextSchema.index({ conversationId: 1 });
contextSchema.index({ runId: 1 });

export const contextModel = lazy("context-model", () => documents().model("ContextDocument", contextSchema));

/** Keeps what was sent; the same id again replaces it. */
export async function saveContextDocument(document: ContextDocument): Promise<void> {
  const { _id, ...fields } = document;
  await withDocuments(() => contextModel().updateOne({ _id }, { $set: fields }, { upsert: true }));
}

export async function listPrompts(runId: string): Promise<ContextDocument[]> {
  return withDocuments(() =>
    contextModel().find({ runId, kind: "prompt" }).sort({ _id: 1 }).lean<ContextDocument[]>(),
  );
}

export async function deleteContextDocuments(conversationId: string): Promise<void> {
  await withDocuments(() => contextModel().deleteMany({ conversationId }));
}
