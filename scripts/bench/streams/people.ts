import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { v7 as newId } from "uuid";
import { sessionCookie } from "../../../lib/web/session-cookie";

/** A person who is signed in: what their browser sends. */
export type SignedIn = { userId: string; cookie: string };

/** People with rows and sessions of their own, without the price of hashing a thousand passwords. */
export async function signedInPeople(
  count: number,
  sql: postgres.Sql,
  environment: Record<string, string>,
): Promise<SignedIn[]> {
  const rows = Array.from({ length: count }, () => {
    const id = newId();
    return { id, email: `${id}@purser.example`, name: "Bench" };
  });
  const sessions = rows.map(({ id }) => ({ id: newId(), user_id: id, device: "Bench" }));
  await sql`insert into users ${sql(rows)}`;
  await sql`insert into sessions ${sql(sessions)}`;
  const { name } = sessionCookie(String(environment.AUTH_URL));
  const secret = String(environment.AUTH_SECRET);
  const signedInAt = Math.floor(Date.now() / 1_000);
  return Promise.all(
    sessions.map(async ({ id, user_id: userId }) => {
      const token = { sub: userId, sessionId: id, signedInAt };
      return { userId, cookie: `${name}=${await encode({ token, salt: name, secret })}` };
    }),
  );
}
