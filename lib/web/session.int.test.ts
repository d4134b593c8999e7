import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { cookieSaying, signedIn } from "../../tests/support/signed-in";
import { endOtherSessions, endSession } from "../account/end-session";
import { findSessionPerson } from "../account/find-session-person";
import { listSessions } from "../account/list-sessions";
import { SESSION_DAYS } from "../account/session-life";
import { signUp } from "../account/sign-up";
import { forgetOverSessions } from "../account/sweep-sessions";
import { closeDatabase } from "../db/client";
import { closeRedis } from "../redis";
import { action } from "./action";
import { ownAction } from "./own-action";
import { route } from "./route";
import { currentUser, requireSession } from "./session";

/** What the browser sends that asks; Next keeps it in a context of its own. */
const asking = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie: asking.cookie }) }));

const DAY_MS = 86_400_000;

const newPerson = async (isDemo = false) => {
  const email = `${randomUUID()}@purser.example`;
  const person = { email, name: "Robin", password: "correct horse battery", timeZone: "UTC" };
  return (await signUp(person, { isDemo })).userId;
};

let userId: string;
beforeAll(async () => {
  userId = await newPerson();
});
beforeEach(() => {
  asking.cookie = "";
});
afterAll(() => Promise.all([closeDatabase(), closeRedis()]));

const act = action(z.unknown(), async (_, user) => user.id);
const change = ownAction(z.unknown(), async (_, user) => user.id);
const visit = () =>
  route({}, async ({ user }) => Response.json(user.id))(new Request("http://localhost:3000/api/x"), {
    params: Promise.resolve({}),
  });

/** Who the three ways in take the browser for: a page, two kinds of action, a route. */
async function whoAsks() {
  const answer = await visit();
  return {
    page: (await currentUser())?.id ?? null,
    actions: [await act(null), await change(null)].map((result) =>
      result.ok ? result.data : result.error.code,
    ),
    route: answer.ok ? await answer.json() : answer.status,
  };
}

const nobody = { page: null, actions: ["unauthenticated", "unauthenticated"], route: 401 };

describe("a session", () => {
  it("is its person everywhere, until the device is signed out", async () => {
    const session = await signedIn(userId);
    asking.cookie = session.cookie;
    expect(await whoAsks()).toEqual({ page: userId, actions: [userId, userId], route: userId });
    expect(await requireSession()).toMatchObject({ userId, sessionId: session.sessionId });
    await endSession(session);
    expect(await whoAsks()).toEqual(nobody);
    await expect(requireSession()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("that nobody began, or that is another person's, is nobody's", async () => {
    const { sessionId, signedInAt } = await signedIn(await newPerson());
    for (const claimed of [sessionId, randomUUID()]) {
      asking.cookie = await cookieSaying({ userId, sessionId: claimed, signedInAt });
      expect(await whoAsks()).toEqual(nobody);
    }
  });

  it("lets a demo person in, and refuses what they would change", async () => {
    const demo = await newPerson(true);
    asking.cookie = (await signedIn(demo)).cookie;
    expect(await whoAsks()).toEqual({ page: demo, actions: [demo, "forbidden"], route: demo });
  });
});

describe("the devices of a person", () => {
  const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  const idsSeenBy = async (asking: { userId: string; sessionId: string }) =>
    (await listSessions(asking, new Date())).map(({ id }) => id);

  it("are listed with the one that asks first, and without those of others or those that are over", async () => {
    const owner = await newPerson();
    await signedIn(await newPerson());
    const over = await signedIn(owner, { at: new Date(Date.now() - SESSION_DAYS * DAY_MS) });
    const old = await signedIn(owner, { at: secondsAgo(300), userAgent: "Firefox/1 Windows" });
    const mine = await signedIn(owner, { at: secondsAgo(200) });
    const recent = await signedIn(owner, { at: secondsAgo(100) });
    const listed = await listSessions(mine, new Date());
    expect(listed.map(({ id }) => id)).toEqual([mine, recent, old].map(({ sessionId }) => sessionId));
    expect(listed.map(({ isThis }) => isThis)).toEqual([true, false, false]);
    expect(listed.at(-1)).toMatchObject({ device: "Firefox on Windows" });
    expect(listed.map(({ id }) => id)).not.toContain(over.sessionId);
  });

  it("are signed out one by one by their person, and by nobody else", async () => {
    const owner = await newPerson();
    const [mine, other] = [await signedIn(owner), await signedIn(owner)];
    await expect(endSession({ userId, sessionId: mine.sessionId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await idsSeenBy(mine)).toHaveLength(2);
    await endSession(other);
    expect(await idsSeenBy(mine)).toEqual([mine.sessionId]);
    await expect(endSession(other)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are signed out together, but for the one that asks and those of others", async () => {
    const owner = await newPerson();
    const [mine, other, foreign] = [await signedIn(owner), await signedIn(owner), await signedIn(userId)];
    await endOtherSessions(mine);
    expect(await idsSeenBy(mine)).toEqual([mine.sessionId]);
    const now = new Date();
    expect(await findSessionPerson(other, now)).toBeNull();
    expect(await findSessionPerson(foreign, now)).toMatchObject({ id: userId });
  });

  it("were last used within ten minutes of what is told, and are written no more often", async () => {
    const begun = new Date();
    const session = await signedIn(await newPerson(), { at: begun });
    const usedAfter = async (minutes: number) => {
      await findSessionPerson(session, new Date(begun.getTime() + minutes * 60_000));
      const [listed] = await listSessions(session, begun);
      return (Date.parse(listed?.lastSeenAt ?? "") - begun.getTime()) / 60_000;
    };
    expect(await usedAfter(9)).toBe(0);
    expect(await usedAfter(11)).toBe(11);
    expect(await usedAfter(20)).toBe(11);
    expect(await usedAfter(22)).toBe(22);
  });

  it("are forgotten when their sessions are over, and not before", async () => {
    const owner = await newPerson();
    const now = new Date();
    const begun = (days: number) => signedIn(owner, { at: new Date(now.getTime() - days * DAY_MS) });
    const [over, young] = [await begun(SESSION_DAYS + 1), await begun(SESSION_DAYS - 1)];
    await forgetOverSessions(now);
    await expect(endSession(over)).rejects.toMatchObject({ code: "not_found" });
    await endSession(young);
  });
});
