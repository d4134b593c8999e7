import { and, asc, eq, sql } from "drizzle-orm";
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

const withPassword = { ...person, passwordHash: users.passwordHash };
type PersonWithPassword = Person & { passwordHash: string | null };

const hasEmail = (email: string) => eq(sql`lower(${users.email})`, email.toLowerCase());

/** @returns the new person, or undefined when the e-mail address is taken (in whatever case it is written) */
export async function insertUser(
  db: Executor,
  values: Omit<Person, "id"> & { passwordHash: string | null },
): Promise<Person | undefined> {
  const [row] = await db.insert(users).values(values).onConflictDoNothing().returning(person);
  return row;
}

export async function findUserById(db: Executor, userId: string): Promise<PersonWithPassword | undefined> {
  const [row] = await db.select(withPassword).from(users).where(eq(users.id, userId));
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
