import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  door,
  newPerson,
  post,
  question,
  readAll,
  saying,
  scriptBook,
  sseEvents,
  startScriptedWorker,
  stop,
  until,
} from "../../tests/support/chat-harness";
import { cookieSaying, signedIn } from "../../tests/support/signed-in";
import { endOtherSessions, endSession } from "../account/end-session";
import { findSessionPerson } from "../account/find-session-person";
import { passwordMark } from "../account/password-hash";
import { deleteConversation } from "../chat/delete-conversation";
import type { PersonFeedTiming } from "../chat/follow-person";
import { renameConversation } from "../chat/rename-conversation";
import { type PersonEvent, readEvent } from "../contract/events";
import { database } from "../db/client";
import { renameConversationRow } from "../db/queries/conversations";
import { findUserById } from "../db/queries/users";
import { users } from "../db/schema/people";
import { AppError } from "../errors";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { publishToPerson } from "../stream/person-events";
import { eventsRoute } from "./events-route";
import { routeFor } from "./route";
import { readSessionClaims } from "./session-cookie";

const book = scriptBook();
let worker: Consumers;
beforeAll(async () => {
  worker = await startScriptedWorker(book.play);
});
afterAll(() => worker.close(1_000));

const readers: AbortController[] = [];
afterEach(() => {
  for (const reader of readers.splice(0)) reader.abort();
});

const LONG: PersonFeedTiming = { lookMs: 3_600_000, lifeMs: 3_600_000 };

/** As `requireUser` does it, from the request instead of from Next's context. */
const wrap = routeFor(async (request) => {
  const claims = await readSessionClaims(request.headers.get("cookie"));
  const person = claims && (await findSessionPerson(claims, new Date()));
  if (!person) throw new AppError("unauthenticated", "Sign in.");
  return person;
});

const open = (cookie: string, timing = LONG, signal?: AbortSignal) =>
  eventsRoute(wrap as Parameters<typeof eventsRoute>[0], timing)(
    new Request("http://localhost:3000/api/events", { headers: { cookie }, ...(signal && { signal }) }),
    { params: Promise.resolve({}) },
  );

/** A feed that is open: its snapshot has come. */
async function follow(userId: string, timing = LONG) {
  const reader = new AbortController();
  readers.push(reader);
  const { cookie } = await signedIn(userId);
  const response = await open(cookie, timing, reader.signal);
  const heard: PersonEvent[] = [];
  void (async () => {
    for await (const { data } of sseEvents(response)) {
      const event = readEvent(data);
      if (event) heard.push(event);
    }
  })().catch(() => undefined);
  const kinds = (type: PersonEvent["type"]) => heard.filter((event) => event.type === type);
  await until(() => kinds("snapshot").length > 0);
  return { response, heard, kinds };
}

const cutSubscribers = async () => {
  const clients = String(await redis().call("CLIENT", "LIST"));
  // Other files run on the same server at the same time, each in a database of its own.
  const database = new URL(process.env.REDIS_URL ?? "").pathname.slice(1);
  const isOwn = (line: string) =>
    line.includes("name=purser-subscriber") && line.includes(` db=${database} `);
  for (const line of clients.split("\n").filter(isOwn))
    await redis().call("CLIENT", "KILL", "ID", /id=(\d+)/.exec(line)?.[1] ?? "");
};

describe("GET /api/events", () => {
  it("refuses whoever is not signed in", async () => {
    const nobody = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID() };
    const signedInAt = Math.floor(Date.now() / 1_000);
    for (const cookie of ["", await cookieSaying({ ...nobody, signedInAt })]) {
      const response = await open(cookie);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
    }
  });

  it("begins with how things stand, in a form that nobody on the way keeps or holds up", async () => {
    const person = await newPerson();
    await readAll(await post(person.id, plainQuestion("What did I spend?")));
    const feed = await follow(person.id);
    expect(feed.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(feed.response.headers.get("cache-control")).toBe("private, no-store, no-transform");
    expect(feed.response.headers.get("x-accel-buffering")).toBe("no");
    expect(feed.heard).toEqual([
      {
        type: "snapshot",
        personId: person.id,
        conversations: [expect.objectContaining({ title: "What did I spend?", activeRunId: null })],
      },
    ]);
  });

  it("R13: tells of a run from its beginning to its end, without a word of what is said", async () => {
    const person = await newPerson();
    const feed = await follow(person.id);
    const gate = door();
    book.when("A secret question, told to nobody but the model", () =>
      saying(["a secret answer"], gate.wait),
    );
    const asked = question("A secret question, told to nobody but the model");
    const answer = await post(person.id, asked);
    await gate.reached;
    await until(() => feed.kinds("run").length === 1);
    const runId = answer.headers.get("x-run-id");
    expect(feed.kinds("run")[0]).toMatchObject({
      conversationId: asked.id,
      runId,
      status: "queued",
      conversation: { title: expect.stringContaining("A secret question") },
    });
    gate.open();
    await readAll(answer);
    await until(() => feed.kinds("run").length === 2);
    expect(feed.kinds("run")[1]).toEqual({
      type: "run",
      conversationId: asked.id,
      runId,
      status: "completed",
    });
    expect(JSON.stringify(feed.heard)).not.toContain("secret answer");
  });

  it("tells of a stopped run, a new name and a deletion", async () => {
    const person = await newPerson();
    const feed = await follow(person.id);
    const gate = door();
    book.when("Stop this", () => saying(["never"], gate.wait));
    const asked = question("Stop this");
    const answer = await post(person.id, asked);
    await gate.reached;
    await stop(person.id, asked.id);
    await until(() => feed.kinds("run").some((event) => event.type === "run" && event.status === "stopped"));
    gate.open();
    await readAll(answer);
    await renameConversation(person.id, asked.id, "Better");
    await deleteConversation(person.id, asked.id);
    await until(() => feed.kinds("conversation-deleted").length === 1);
    expect(feed.kinds("conversation")).toEqual([{ type: "conversation", id: asked.id, title: "Better" }]);
    expect(feed.kinds("conversation-deleted")).toEqual([{ type: "conversation-deleted", id: asked.id }]);
  });

  it("reaches every device of a person, and nobody else", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const [phone, laptop, foreign] = [
      await follow(person.id),
      await follow(person.id),
      await follow(other.id),
    ];
    await readAll(await post(person.id, plainQuestion("Mine alone")));
    publishToPerson(other.id, { type: "bank", connectionId: crypto.randomUUID(), state: "read" });
    await until(() => phone.kinds("run").length === 2 && laptop.kinds("run").length === 2);
    await until(() => foreign.kinds("bank").length === 1);
    expect(foreign.heard.map((event) => event.type)).toEqual(["snapshot", "bank"]);
  });

  it("says how things stand again after the subscription was lost", async () => {
    const person = await newPerson();
    const asked = plainQuestion("Before the cut");
    await readAll(await post(person.id, asked));
    const feed = await follow(person.id);
    // Changed behind its back, as if the message about it had been lost with the connection.
    await renameConversationRow(database(), person.id, asked.id, "Missed");
    await cutSubscribers();
    const last = await until(
      () => feed.kinds("snapshot").at(-1),
      (event) => event?.type === "snapshot" && event.conversations[0]?.title === "Missed",
    );
    expect(last).toMatchObject({ personId: person.id });
    await renameConversation(person.id, asked.id, "Heard again");
    await until(() => feed.kinds("conversation").length === 1);
  });

  it("finds in Postgres what no message told, and repeats nothing that did not change", async () => {
    const person = await newPerson();
    const asked = plainQuestion("Look again");
    await readAll(await post(person.id, asked));
    const feed = await follow(person.id, { ...LONG, lookMs: 20 });
    await renameConversationRow(database(), person.id, asked.id, "Found");
    await until(() => feed.kinds("snapshot").length === 2);
    await renameConversationRow(database(), person.id, asked.id, "Found too");
    await until(() => feed.kinds("snapshot").length === 3);
    expect(feed.heard).toHaveLength(3);
  });

  it("ends when the password that began the session is gone", async () => {
    const person = await newPerson();
    const found = await findUserById(database(), person.id);
    const mark = passwordMark(found?.passwordHash ?? "");
    const { cookie } = await signedIn(person.id, { passwordMark: mark });
    const response = await open(cookie, { ...LONG, lookMs: 20 });
    expect(response.status).toBe(200);
    await database().update(users).set({ passwordHash: "another" }).where(eq(users.id, person.id));
    await readAll(response);
    expect((await open(cookie)).status).toBe(401);
  });

  it("ends at once for a device that is signed out, and goes on for the others", async () => {
    const person = await newPerson();
    const [laptop, phone, tablet] = [
      await signedIn(person.id),
      await signedIn(person.id),
      await signedIn(person.id),
    ];
    const [first, second, third] = [
      await open(laptop.cookie),
      await open(phone.cookie),
      await open(tablet.cookie),
    ];
    await endSession(phone);
    await readAll(second);
    expect((await open(phone.cookie)).status).toBe(401);
    await endOtherSessions(laptop);
    await readAll(third);
    expect((await open(tablet.cookie)).status).toBe(401);
    const again = await open(laptop.cookie);
    expect(again.status).toBe(200);
    await Promise.all([first.body?.cancel(), again.body?.cancel()]);
  });

  it("ends by itself after its time, as a plain end that means: come again", async () => {
    const person = await newPerson();
    const events = await readAll(await open((await signedIn(person.id)).cookie, { lookMs: 10, lifeMs: 60 }));
    expect(events.map(({ data }) => readEvent(data)?.type)).toEqual(["snapshot"]);
  });

  it("stops listening when its reader has gone", async () => {
    const person = await newPerson();
    const gone = new AbortController();
    const response = await open((await signedIn(person.id)).cookie, LONG, gone.signal);
    const channel = `person:${person.id}`;
    const listeners = async () => (await redis().pubsub("NUMSUB", channel))[1];
    await until(async () => Number(await listeners()) === 1);
    gone.abort();
    await until(async () => Number(await listeners()) === 0);
    await response.body?.cancel();
  });
});

function plainQuestion(text: string) {
  book.when(text, () => saying(["Done."]));
  return question(text);
}
