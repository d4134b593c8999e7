import { MAX_PERSON_NAME, type Person } from "../contract/account";
import { database, type Executor } from "../db/client";
import {
  findUserByEmail,
  findUserByIdentity,
  type IdentityKey,
  insertIdentity,
  insertUser,
  removePassword,
} from "../db/queries/users";
import { AppError } from "../errors";
import { log } from "../log";

/** Who somebody is at Google or GitHub. `providerAccountId` never changes there; name and e-mail address may. */
export type ProviderIdentity = IdentityKey & {
  name: string | null;
  email: string | null;
  isEmailVerified: boolean;
  timeZone: string;
};

/**
 * The person behind an identity of Google or GitHub: the one it is linked to already, else the one with its e-mail
 * address, else a new one. Only an address that the provider has verified counts, or anybody could take over an account by
 * typing somebody else's address there.
 *
 * Joining by address removes the password of the account. We never checked that whoever chose that password owned the
 * address; the provider did. Otherwise a stranger could sign up first with the address of somebody else and wait.
 * https://msrc.microsoft.com/blog/2022/05/pre-hijacking-attacks/
 *
 * @throws {AppError} `forbidden` when the identity is new and its e-mail address is not verified
 */
export async function linkIdentity(identity: ProviderIdentity): Promise<Person> {
  const linked = await findUserByIdentity(database(), identity);
  if (linked) return linked;
  const { email, isEmailVerified } = identity;
  if (!email || !isEmailVerified) {
    throw new AppError(
      "forbidden",
      "Confirm your e-mail address with the provider first, then sign in again.",
    );
  }
  return database().transaction(async (transaction) => {
    const person = await createOrJoin(transaction, { ...identity, email });
    await insertIdentity(transaction, person.id, {
      provider: identity.provider,
      providerAccountId: identity.providerAccountId,
    });
    return person;
  });
}

async function createOrJoin(db: Executor, identity: ProviderIdentity & { email: string }): Promise<Person> {
  const { email, name, timeZone } = identity;
  const created = await insertUser(db, {
    email: email.toLowerCase(),
    name: (name ?? email).slice(0, MAX_PERSON_NAME),
    timeZone,
    isDemo: false,
    passwordHash: null,
  });
  if (created) return created;
  const existing = await findUserByEmail(db, email);
  if (!existing) throw new AppError("unavailable", "The account is being removed. Try again in a moment.");
  await removePassword(db, existing.id);
  log().info({ userId: existing.id, provider: identity.provider }, "identity joined by verified e-mail");
  const { passwordHash: _, ...person } = existing;
  return person;
}
