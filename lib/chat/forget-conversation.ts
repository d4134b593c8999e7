import { deleteContextDocuments } from "../documents/context-documents";
import { deleteMessages } from "../documents/messages";

/** Removes all that was said and sent in a conversation whose row is gone. Nothing can show it any more. */
export async function forgetConversation(conversationId: string): Promise<void> {
  await deleteMessages(conversationId);
  await deleteContextDocuments(conversationId);
}
