import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../../tests/support/signed-in";
import { endSession } from "../account/end-session";
import { findSessionPerson } from "../account/find-session-person";
import { listSessions } from "../account/list-sessions";
import { signUp } from "../account/sign-up";
import { closeDatabase } from "../db/client";
import { closeRedis } from "../redis";
import { handlers } from "./auth";
import { readSessionClaims } from "./session-cookie";

process.env.DEMO_ENABLED = "true";

const SITE = "http://localhost:3000";
const person = { email: "robin@purser.example", password: "correct horse" };
let userId = "";

beforeAll(async () => {
  ({ userId } = await signUp({ ...person, name: "Robin", timeZone: "UTC" }));
  await signUp({ ...person, email: "demo@purser.example", name: "Demo", timeZone: "UTC" }, { isDemo: true });
});
afterAll(() => Promise.all([closeDatabase(), closeRedis()]));

const get = (path: string, headers = {}) =>
  handlers.GET(new NextRequest(`${SITE}/api/auth/${path}`, { headers }));

type Sent = { cookie?: string; userAgent?: string };

/** Sends a form as a browser without JavaScript would, with a CSRF token. */
async function send(path: string, fields: Record<string, string>, sent: Sent = {}): Promise<Response> {
  const csrf = await get("csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const request = new NextRequest(`${SITE}/api/auth/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: [...csrf.headers.getSetCookie().map(pair), sent.cookie ?? ""].join("; "),
      ...(sent.userAgent && { "user-agent": sent.userAgent }),
    },
    body: new URLSearchParams({ csrfToken, ...fields }),
  });
  return handlers.POST(request);
}

const post = (provider: string, fields: Record<string, string>, sent?: Sent) =>
  send(`callback/${provider}`, fields, sent);
const signOut = (cookie: string) => send("signout", {}, { cookie });

const pair = (setCookie: string) => setCookie.split(";")[0] ?? "";
const sessionOf = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith("purser-3000.session="));

describe("the sign-in route", () => {
  it("answers the right password with a session cookie that no script and no other site can use", async () => {
    const response = await post("credentials", person);
    const cookie = String(sessionOf(response));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//);
    const claims = await readSessionClaims(pair(cookie));
    expect(claims).toMatchObject({ userId });
    expect(claims && (await findSessionPerson(claims, new Date()))).toMatchObject({ name: "Robin" });
  });

  it("writes nothing readable into the cookie", async () => {
    const value = pair(String(sessionOf(await post("credentials", person))));
    const decoded = value.split(".").map((piece) => Buffer.from(piece, "base64url").toString("latin1"));
    expect(decoded.join()).not.toMatch(new RegExp(`${userId}|robin|sessionId`, "i"));
  });

  it.each([
    ["a wrong password", { ...person, password: "wrong horse" }],
    ["an unknown address", { ...person, email: "nobody@purser.example" }],
    ["no password at all", { email: person.email }],
    ["something that is no address", { email: "robin", password: "x" }],
  ])("answers %s with the sign-in page, the same words and no session", async (_, fields) => {
    const response = await post("credentials", fields);
    expect(response.headers.get("location")).toBe(`${SITE}/sign-in?error=CredentialsSignin&code=credentials`);
    expect(sessionOf(response)).toBeUndefined();
  });

  it("refuses even the right password after ten wrong ones, and says for how long", async () => {
    const guessed = { ...person, email: "guessed@purser.example" };
    await signUp({ ...guessed, name: "Guessed", timeZone: "UTC" });
    for (let guess = 0; guess < 10; guess += 1) await post("credentials", { ...guessed, password: "wrong" });
    const response = await post("credentials", guessed);
    expect(response.headers.get("location")).toBe(
      `${SITE}/sign-in?error=CredentialsSignin&code=rate_limited-15`,
    );
    expect(sessionOf(response)).toBeUndefined();
    expect(sessionOf(await post("credentials", person))).toBeDefined();
  });

  it("refuses a form that another site sent", async () => {
    const request = new NextRequest(`${SITE}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(person),
    });
    const response = await handlers.POST(request);
    expect(response.headers.get("location")).toMatch(/\/sign-in\?error=MissingCSRF/);
    expect(sessionOf(response)).toBeUndefined();
  });

  it("opens the demo without a password", async () => {
    const claims = await readSessionClaims(pair(String(sessionOf(await post("demo", {})))));
    expect(claims && (await findSessionPerson(claims, new Date()))).toMatchObject({ isDemo: true });
  });

  it("never sends people to another site afterwards", async () => {
    const response = await post("credentials", { ...person, callbackUrl: "https://evil.example/phish" });
    expect(new URL(String(response.headers.get("location"))).origin).toBe(SITE);
  });

  it("offers Google and GitHub only when their keys are set", async () => {
    const { google, github, credentials } = (await (await get("providers")).json()) as Record<
      string,
      unknown
    >;
    expect({ google, github }).toEqual({ google: undefined, github: undefined });
    expect(credentials).toBeDefined();
  });
});

describe("the session cookie", () => {
  it("means nobody when it is missing, forged, cut short, or sent as a bearer token", async () => {
    const cookie = pair(String(sessionOf(await post("credentials", person))));
    for (const broken of [
      null,
      "",
      "purser-3000.session=forged",
      cookie.slice(0, -4),
      cookie.replace("3000", "3001"),
    ]) {
      expect(await readSessionClaims(broken)).toBeNull();
    }
    expect(await readSessionClaims(`theme=dark; ${cookie}; other=1`)).toMatchObject({ userId });
  });

  const signedInDaysAgo = (days: number) =>
    signedIn(userId, { at: new Date(Date.now() - days * 86_400_000) });

  it("keeps the session and the time of the sign-in when Auth.js renews it", async () => {
    const { cookie, sessionId, signedInAt } = await signedInDaysAgo(13);
    const renewed = sessionOf(await get("session", { cookie }));
    const claims = await readSessionClaims(pair(String(renewed)));
    expect(claims).toEqual({ userId, sessionId, signedInAt });
  });

  it("ends after fourteen days, however often it was renewed, and is then taken away", async () => {
    const { cookie } = await signedInDaysAgo(14);
    expect(await readSessionClaims(cookie)).toBeNull();
    const response = await get("session", { cookie });
    expect(await response.json()).toBeNull();
    expect(sessionOf(response)).toMatch(/^purser-3000\.session=;.*Max-Age=0/i);
  });

  it("is not renewed and taken away once its device was signed out", async () => {
    const { cookie, sessionId } = await signedIn(userId);
    await endSession({ userId, sessionId });
    const response = await get("session", { cookie });
    expect(await response.json()).toBeNull();
    expect(sessionOf(response)).toMatch(/^purser-3000\.session=;.*Max-Age=0/i);
  });
});

describe("a session", () => {
  const devicesOf = async (asking: { userId: string; sessionId: string }) =>
    (await listSessions(asking, new Date())).map(({ device }) => device);

  it("begins with signing in, by the name of the browser", async () => {
    const { userId: id } = await signUp({
      ...person,
      email: "devices@purser.example",
      name: "D",
      timeZone: "UTC",
    });
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    const response = await post("credentials", { ...person, email: "devices@purser.example" }, { userAgent });
    const claims = await readSessionClaims(pair(String(sessionOf(response))));
    expect(claims).toMatchObject({ userId: id });
    expect(claims && (await devicesOf(claims))).toEqual(["Firefox on Linux"]);
  });

  it("ends with signing out", async () => {
    const cookie = pair(String(sessionOf(await post("credentials", person))));
    const claims = await readSessionClaims(cookie);
    expect(claims && (await findSessionPerson(claims, new Date()))).toMatchObject({ name: "Robin" });
    await signOut(cookie);
    expect(claims && (await findSessionPerson(claims, new Date()))).toBeNull();
    // As from a browser that was signed out from elsewhere a moment ago.
    expect((await signOut(cookie)).status).toBe(302);
  });
});
