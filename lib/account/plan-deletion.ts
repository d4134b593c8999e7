import type { DeletionPlan } from "../contract/your-data";
import { database } from "../db/client";
import { countBelongings } from "../db/queries/belongings";
import { findUserById } from "../db/queries/users";
import { AppError } from "../errors";

/**
 * What `deleteAccount` would take along, and what it would ask for.
 * @throws {AppError} `not_found` when there is no such person, or no longer
 */
export async function planDeletion(userId: string): Promise<DeletionPlan> {
  const [proof, belongings] = await Promise.all([proofOf(userId), countBelongings(database(), userId)]);
  return { belongings, proof };
}

/** What has to be typed to delete a person. @throws {AppError} `not_found` when there is no such person, or no longer */
export async function proofOf(userId: string): Promise<DeletionPlan["proof"]> {
  const person = await findUserById(database(), userId);
  if (!person) throw new AppError("not_found", "This account no longer exists.");
  if (person.isDemo) return null;
  return person.passwordHash === null ? "email" : "password";
}
