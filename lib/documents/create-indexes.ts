import { withDocuments } from "./connection";
import { contextModel } from "./context-documents";
import { messageModel } from "./message-model";

/** Makes the indexes that are missing; safe to call at every start and from several processes. */
export async function createDocumentIndexes(): Promise<void> {
  await withDocuments(async () => {
    await messageModel().createIndexes();
    await contextModel().createIndexes();
  });
}
