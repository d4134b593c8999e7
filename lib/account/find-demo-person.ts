import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findFirstDemoUser } from "../db/queries/users";
import { env } from "../env";
import { AppError } from "../errors";

/**
 * The person behind "Explore the demo". Everybody who opens the demo shares them.
 * @throws {AppError} `forbidden` when this server has no demo, `unavailable` when it was not seeded yet
 */
export async function findDemoPerson(): Promise<Person> {
  if (!env().DEMO_ENABLED) {
    throw new AppError("forbidden", "This server has no demo. Create an account instead.");
  }
  const person = await findFirstDemoUser(database());
  if (!person) {
    throw new AppError("unavailable", "The demo is not ready yet: run `npm run seed`, then try again.");
  }
  return person;
}
