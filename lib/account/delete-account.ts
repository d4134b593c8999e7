import type { Person } from "../contract/account";
import type { Belongings } from "../contract/your-data";
import { database } from "../db/client";
import { countBelongings } from "../db/queries/belongings";
import { markUserDeleted } from "../db/queries/deleted-users";
import { promiseJob } from "../db/queries/outbox";
import { AppError } from "../errors";
import { log } from "../log";
import { enqueuePromised } from "../queue/enqueue";
import { publishToPerson } from "../stream/person-events";
import { confirmPassword } from "./confirm-password";
import { proofOf } from "./plan-deletion";
import { REMOVE_JOB } from "./remove-account";

/** What was typed to prove who asks, and where the request comes from (see `clientAddress`). */
type Proof = { typed: string; client: string };

/**
 * Deletes a person at their own wish. From the moment this resolves they are signed out everywhere and their e-mail address
 * is free; a job of the worker, promised in the same transaction, removes what they kept here (./remove-account.ts).
 * @param proof their password; their e-mail address where they sign in with Google or GitHub only
 * @returns what goes with the account
 * @throws {AppError} `forbidden` for a wrong proof and for a demo person, `not_found` when they are deleted already
 * @throws {TooManyAttempts}
 */
export async function deleteAccount(
  { id: userId, email }: Pick<Person, "id" | "email">,
  proof: Proof,
  now: Date,
): Promise<Belongings> {
  await requireProof({ userId, email }, proof);
  const { belongings, promised } = await database().transaction(async (tx) => {
    const counted = await countBelongings(tx, userId);
    if (!(await markUserDeleted(tx, userId, now))) {
      throw new AppError("not_found", "This account no longer exists.");
    }
    return { belongings: counted, promised: await promiseJob(tx, REMOVE_JOB, { userId }) };
  });
  log().info({ userId, ...belongings }, "account deleted by its person");
  publishToPerson(userId, { type: "sessions" });
  await enqueuePromised(promised.job, promised.payload).catch((error: unknown) =>
    log().warn({ userId, err: error }, "removing the account is left to the sweeper"),
  );
  return belongings;
}

async function requireProof(
  { userId, email }: { userId: string; email: string },
  { typed, client }: Proof,
): Promise<void> {
  const proof = await proofOf(userId);
  if (proof === null) {
    throw new AppError(
      "forbidden",
      "Everybody who opens the demo shares this account: it cannot be deleted.",
    );
  }
  if (proof === "password") return confirmPassword({ email }, typed, client);
  if (typed.trim().toLowerCase() === email.toLowerCase()) return;
  throw new AppError("forbidden", `Type ${email} to delete this account.`);
}
