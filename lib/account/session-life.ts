const DAY_MS = 24 * 60 * 60_000;

/** Days until a session ends, however busy it is. A finance application should not stay open for ever. */
export const SESSION_DAYS = 14;

/**
 * What a session cookie says. `signedInAt` is in seconds since 1970: a cookie is renewed while it is used, so its own expiry says
 * nothing about when it began.
 */
export type SessionClaims = { userId: string; sessionId: string; signedInAt: number };

/** Whatever began then or before is over. */
export const oldestSession = (now: Date): Date => new Date(now.getTime() - SESSION_DAYS * DAY_MS);

export const isSessionOver = ({ signedInAt }: Pick<SessionClaims, "signedInAt">, now: Date): boolean =>
  signedInAt * 1_000 <= oldestSession(now).getTime();
