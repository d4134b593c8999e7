import { headers } from "next/headers";
import { cache } from "react";
import { findSessionPerson } from "../account/find-session-person";
import type { SessionClaims } from "../account/session-life";
import type { Person } from "../contract/account";
import { AppError } from "../errors";
import { readSessionClaims } from "./session-cookie";

const currentClaims = cache(async () => readSessionClaims((await headers()).get("cookie")));

/**
 * Who is signed in, looked up in Postgres once per request; null for nobody, also once the person was deleted or the device was
 * signed out.
 */
export const currentUser = cache(async (): Promise<Person | null> => {
  const claims = await currentClaims();
  return claims && findSessionPerson(claims, new Date());
});

/** @throws {AppError} `unauthenticated` when nobody is signed in */
export async function requireUser(): Promise<Person> {
  return (await currentUser()) ?? refuse();
}

/** The session by which the person is signed in who asks. @throws {AppError} `unauthenticated` when nobody is */
export async function requireSession(): Promise<SessionClaims> {
  await requireUser();
  return (await currentClaims()) ?? refuse();
}

function refuse(): never {
  throw new AppError("unauthenticated", "You are signed out. Sign in and try again.");
}
