/** Days until a session ends, however busy it is. A finance application should not stay open for ever. */
export const SESSION_DAYS = 14;

/**
 * What a session cookie says. `passwordMark` is null when the person did not sign in with a password; `signedInAt` is in
 * seconds since 1970. A cookie is renewed while it is used, so its own expiry says nothing about when it began.
 */
export type SessionClaims = { userId: string; passwordMark: string | null; signedInAt: number };

export const isSessionOver = ({ signedInAt }: Pick<SessionClaims, "signedInAt">, now: Date): boolean =>
  now.getTime() >= (signedInAt + SESSION_DAYS * 24 * 60 * 60) * 1_000;
