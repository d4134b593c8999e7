import { Schema } from "mongoose";
import type { MessagePart } from "../contract/chat";
import type { MessageMetadata } from "../contract/run";
import { lazy } from "../lazy";
import { documents } from "./connection";

/** A message as it is stored. Which messages show is decided by the runs in Postgres that name them. */
export type MessageDocument = {
  _id: string;
  conversationId: string;
  userId: string;
  role: "user" | "assistant";
  /** The message that this one follows: a conversation is a tree, and a retried answer a sibling. */
  parentId: string | null;
  parts: MessagePart[];
  metadata: MessageMetadata | null;
  /** The last chunk of the run's log that `parts` covers; both are always written together. */
  seq: number;
  /** Which attempt of the run wrote it; a lower one never overwrites a higher one. */
  attempt: number;
  createdAt: Date;
};

const messageSchema = new Schema<MessageDocument>(
  {
    _id: { type: String, required: true },
    conversationId: { type: String, required: true },
    userId: { type: String, required: true },
    role: { type: String, enum: ["user", "assistant"], required: true },
    parentId: { type: String, default: null },
    parts: { type: Schema.Types.Mixed, required: true },
    metadata: { type: Schema.Types.Mixed, default: null },
    seq: { type: Number, required: true },
    attempt: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: "messages", versionKey: false, minimize: false },
);
messageSchema.index({ conversationId: 1, createdAt: 1 });
// For a person who goes.
messageSchema.index({ userId: 1 });

export const messageModel = lazy("message-model", () => documents().model("Message", messageSchema));
