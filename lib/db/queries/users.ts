import { and, asc, DrizzleQueryError, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Person } from "../../contract/account";
import type { Executor } from "../client";
import { identities, users } from "../schema/people";

const person = {
  id: users.id,
  name: users.name,
  email: users.email,
  timeZone: users.timeZone,
  isDemo: users.isDemo,
};

export const withPassword = { ...person, passwordHash: users.passwordHash };
export type PersonWithPassword = Person & { passwordHash: string | null };

const hasEmail = (email: string) => eq(sql`lower(${users.email})`, email.toLowerCase());

/** @returns the new person, or undefined when the e-mail address is taken (in whatever case it is written) */
export async function insertUser(
  db: Executor,
  values: Omit<Person, "id"> & { passwordHash: string | null },
): Promise<Person | undefined> {
  const [row] = await db.insert(users).values(values).onConflictDoNothing().returning(person);
  return row;
}

/** Undefined, too, for one who has deleted their account. */
export async function findUserById(db: Executor, userId: string): Promise<PersonWithPassword | undefined> {
  const [row] = await db
    .select(withPassword)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  return row;
}

export async function findUserByEmail(db: Executor, email: string): Promise<PersonWithPassword | undefined> {
  const [row] = await db.select(withPassword).from(users).where(hasEmail(email));
  return row;
}

/** The oldest demo person: further ones may be seeded, but the button always opens the same household. */
export async function findFirstDemoUser(db: Executor): Promise<Person | undefined> {
  const [row] = await db
    .select(person)
    .from(users)
    .where(eq(users.isDemo, true))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  return row;
}

export type IdentityKey = { provider: string; providerAccountId: string };

export async function findUserByIdentity(db: Executor, identity: IdentityKey): Promise<Person | undefined> {
  const [row] = await db
    .select(person)
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(
      and(
        eq(identities.provider, identity.provider),
        eq(identities.providerAccountId, identity.providerAccountId),
      ),
    );
  return row;
}

/** Does nothing when the identity is there already. */
export async function insertIdentity(db: Executor, userId: string, identity: IdentityKey): Promise<void> {
  await db
    .insert(identities)
    .values({ ...identity, userId })
    .onConflictDoNothing();
}

export async function removePassword(db: Executor, userId: string): Promise<void> {
  await db.update(users).set({ passwordHash: null }).where(eq(users.id, userId));
}

export async function updateUser(
  db: Executor,
  userId: string,
  values: Partial<{ name: string; timeZone: string; currency: string | null }>,
): Promise<void> {
  await db.update(users).set(values).where(eq(users.id, userId));
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNIQUE_VIOLATION = "23505";

const isTaken = (error: unknown): boolean =>
  error instanceof DrizzleQueryError &&
  error.cause !== undefined &&
  "code" in error.cause &&
  error.cause.code === UNIQUE_VIOLATION;

/** @returns false when somebody else has the address, in whatever case it is written */
export async function updateEmail(db: Executor, userId: string, email: string): Promise<boolean> {
  try {
    await db.update(users).set({ email }).where(eq(users.id, userId));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** @returns false when the person has no password (any more): then none is set */
export async function replacePassword(db: Executor, userId: string, passwordHash: string): Promise<boolean> {
  const replaced = await db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), isNotNull(users.passwordHash)))
    .returning({ id: users.id });
  return replaced.length > 0;
}

/** Whether the person has a password, and the currency that they have chosen. */
export async function findSettings(db: Executor, userId: string) {
  const [row] = await db
    .select({ passwordHash: users.passwordHash, currency: users.currency })
    .from(users)
    .where(eq(users.id, userId));
  return row && { hasPassword: row.passwordHash !== null, currency: row.currency };
}

/** Names such as "google", in the order of the alphabet. */
export async function listProviders(db: Executor, userId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ provider: identities.provider })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.provider));
  return rows.map(({ provider }) => provider);
}
