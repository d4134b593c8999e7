import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findUserById } from "../db/queries/users";
import { AppError } from "../errors";

/** @throws {AppError} `not_found` when there is no such person, or no longer */
export async function getPerson(userId: string): Promise<Person> {
  const found = await findUserById(database(), userId);
  if (!found) throw new AppError("not_found", "This account no longer exists.");
  const { passwordHash: _, ...person } = found;
  return person;
}
