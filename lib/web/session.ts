import { headers } from "next/headers";
import { cache } from "react";
import { findSessionPerson } from "../account/find-session-person";
import type { Person } from "../contract/account";
import { AppError } from "../errors";
import { readSessionClaims } from "./session-cookie";

/** Who is signed in, looked up in Postgres once per request; null for nobody, also once the person was deleted. */
export const currentUser = cache(async (): Promise<Person | null> => {
  const claims = await readSessionClaims((await headers()).get("cookie"));
  return claims && findSessionPerson(claims, new Date());
});

/** @throws {AppError} `unauthenticated` when nobody is signed in */
export async function requireUser(): Promise<Person> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated", "You are signed out. Sign in and try again.");
  return user;
}
