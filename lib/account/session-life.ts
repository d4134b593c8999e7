const DAY_SECONDS = 24 * 60 * 60;

/** Days until a session ends, however busy it is. A finance application should not stay open for ever. */
export const SESSION_DAYS = 14;

/**
 * What a session cookie says. `signedInAt` is in seconds since 1970: a cookie is renewed while it is used, so its own expiry says
 * nothing about when it began.
 */
export type SessionClaims = { userId: string; sessionId: string; signedInAt: number };

export const isSessionOver = ({ signedInAt }: Pick<SessionClaims, "signedInAt">, now: Date): boolean =>
  now.getTime() >= (signedInAt + SESSION_DAYS * DAY_SECONDS) * 1_000;

/** Whatever began before this moment is over. */
export const oldestSession = (now: Date): Date =>
  new Date(now.getTime() - SESSION_DAYS * DAY_SECONDS * 1_000);
