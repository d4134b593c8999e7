import { database } from "../db/client";
import { updateUser } from "../db/queries/users";

/** Changes what the person is called here, from the next page and answer on. */
export async function renamePerson(userId: string, name: string): Promise<void> {
  await updateUser(database(), userId, { name });
}
