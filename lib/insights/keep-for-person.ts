import { database } from "../db/client";
import { findUserById } from "../db/queries/users";
import {
  type ContextDocument,
  deleteContextDocument,
  saveContextDocument,
} from "../documents/context-documents";

/**
 * Keeps what was found out about a person; of one who was deleted meanwhile it goes again.
 * @throws {AppError} `unavailable`
 */
export async function keepForPerson(document: ContextDocument): Promise<void> {
  await saveContextDocument(document);
  const { userId, _id } = document;
  if (!(await findUserById(database(), userId))) await deleteContextDocument(userId, _id);
}
