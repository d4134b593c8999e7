import { database } from "../db/client";
import { updateUser } from "../db/queries/users";

/** @param timeZone IANA zone; "today" and "last month" are resolved in it from the next page and answer on */
export async function chooseTimeZone(userId: string, timeZone: string): Promise<void> {
  await updateUser(database(), userId, { timeZone });
}
